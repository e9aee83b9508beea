import { asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { listOperationHeads } from "#kit/work/queries.ts"
import type { WorkTitles } from "#operations"
import type { BulkActs } from "./bulk-act.ts"
import type { bulkRunDetailShape } from "./contract.ts"
import { describeBulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { nameAbout } from "./name-about.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

export type BulkRunDetail = z.infer<typeof bulkRunDetailShape>

const MOST_ITEMS = 1_000

/** What failed stands first: it is what a person has to look at. */
export async function getBulkRun(
  ctx: Context,
  reach: Reach,
  { acts, titles }: { readonly acts: BulkActs; readonly titles: WorkTitles },
  id: string,
): Promise<BulkRunDetail> {
  const [row] =
    reach.kind === "all" ? await ctx.db.select().from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1) : []
  if (!row) return deskRefusals.refuse("desk.run_missing")
  const items = await ctx.db
    .select({ subjectId: bulkItems.subjectId, state: bulkItems.state, why: bulkItems.why })
    .from(bulkItems)
    .where(eq(bulkItems.runId, id))
    .orderBy(sql`${bulkItems.state} <> 'failed'`, asc(bulkItems.position))
    .limit(MOST_ITEMS)
  const names = await listPersonNames(ctx, [row.startedBy])
  const said = await sayOperations(
    ctx,
    titles,
    items.map((item) => item.subjectId),
  )
  return {
    ...describeBulkRun(ctx, row, { acts, names }),
    reason: row.reason,
    items: items.map(({ why, ...item }) => ({
      ...item,
      title: said.get(item.subjectId)?.title ?? null,
      about: said.get(item.subjectId)?.about ?? null,
      why: why?.[ctx.language] ?? null,
    })),
  }
}

/** "Create a server" and "vps-1.example, Demo Bakery": of all at once, whatever the run is about. */
async function sayOperations(ctx: Context, titles: WorkTitles, ids: readonly string[]) {
  const heads = await listOperationHeads(ctx, ids)
  const things = heads.flatMap((head) => head.subjects)
  const { names, owners } = await nameAbout(ctx, things)
  return new Map(
    heads.map(({ id, name, subjects }) => {
      const about = subjects.flatMap((thing) => [names.get(thing) ?? [], owners.get(thing) ?? []].flat())
      const said = { title: titles.get(name)?.[ctx.language] ?? name, about: about.join(", ") || null }
      return [id, said] as const
    }),
  )
}
