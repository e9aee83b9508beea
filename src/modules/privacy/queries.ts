import { and, desc, eq, sql } from "drizzle-orm"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { ErasureState } from "./erasure.ts"
import { privacyRefusals } from "./errors.ts"
import { erasures, exports } from "./tables.ts"
import { describeErasure, describeExport, type ErasureView, type ExportView } from "./views.ts"

export type ExportRow = typeof exports.$inferSelect
export type ErasureRow = typeof erasures.$inferSelect

/** Copies and erasures belong to a person, not to an account: only staff reach those of others. */
export async function getExport(
  ctx: Context,
  reach: Reach,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<ExportRow> {
  const [row] = await ctx.db
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), reach.kind === "all" ? undefined : eq(exports.personId, personId)))
    .limit(1)
  return row ?? privacyRefusals.refuse("privacy.export_missing", { id })
}

export async function listExports(
  ctx: Context,
  reach: Reach,
  filter: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Named<ExportView>>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(exports)
    .where(
      and(
        reach.kind === "all" ? undefined : sql`false`,
        key ? sql`(${exports.createdAt}, ${exports.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: await namePeople(ctx, page.items.map(describeExport)), next: page.next }
}

export async function listErasures(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly limit: number
    readonly after?: string | undefined
    readonly state?: ErasureState | undefined
  },
): Promise<Page<Named<ErasureView>>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(erasures)
    .where(
      and(
        reach.kind === "all" ? undefined : sql`false`,
        filter.state ? eq(erasures.state, filter.state) : undefined,
        key ? sql`(${erasures.createdAt}, ${erasures.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(desc(erasures.createdAt), desc(erasures.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: await namePeople(ctx, page.items.map(describeErasure)), next: page.next }
}

type Named<View> = View & { readonly personName: string | null }

/** Somebody forgotten has no name any more: their id is all that is left of them. */
async function namePeople<View extends { readonly personId: string }>(
  ctx: Context,
  views: readonly View[],
): Promise<Named<View>[]> {
  const names = await listPersonNames(
    ctx,
    views.map(({ personId }) => personId),
  )
  return views.map((view) => ({ ...view, personName: names.get(view.personId) || null }))
}
