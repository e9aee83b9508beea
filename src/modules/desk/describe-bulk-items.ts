import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { listOperationHeads } from "#kit/work/queries.ts"
import type { WorkTitles } from "#operations"
import type { bulkItemShape } from "./contract.ts"
import { nameAbout } from "./name-about.ts"
import type { bulkItems } from "./tables.ts"

export type BulkItem = z.infer<typeof bulkItemShape>

type ItemRow = Pick<typeof bulkItems.$inferSelect, "subjectId" | "state" | "why">

/** "INV-2026-000042" and "Demo Bakery"; an operation by what it does: "Create a server", "vps-1.example, Demo Bakery". */
export async function describeBulkItems(
  ctx: Context,
  titles: WorkTitles,
  rows: readonly ItemRow[],
): Promise<BulkItem[]> {
  const ids = rows.map(({ subjectId }) => subjectId)
  const heads = new Map((await listOperationHeads(ctx, ids)).map((head) => [head.id, head]))
  const { names, owners } = await nameAbout(ctx, [
    ...ids.filter((id) => !heads.has(id)),
    ...[...heads.values()].flatMap(({ subjects }) => subjects),
  ])
  return rows.map(({ subjectId, state, why }) => {
    const head = heads.get(subjectId)
    const about = head
      ? head.subjects.flatMap((thing) => [names.get(thing) ?? [], owners.get(thing) ?? []].flat()).join(", ")
      : owners.get(subjectId)
    return {
      subjectId,
      title: (head ? (titles.get(head.name)?.[ctx.language] ?? head.name) : names.get(subjectId)) ?? null,
      about: about || null,
      state,
      why: why?.[ctx.language] ?? null,
    }
  })
}
