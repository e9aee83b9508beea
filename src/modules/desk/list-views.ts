import { and, asc, eq, or } from "drizzle-orm"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import type { viewLists } from "./contract.ts"
import { views } from "./tables.ts"
import { type View, viewOf } from "./view.ts"

const MOST_SHOWN = 200

export async function listViews(
  ctx: Context,
  reach: Reach,
  list?: (typeof viewLists)[number],
): Promise<View[]> {
  if (reach.kind !== "all") return []
  const me = actorId(ctx.actor)
  const rows = await ctx.db
    .select()
    .from(views)
    .where(and(list ? eq(views.list, list) : undefined, or(eq(views.ownerId, me), eq(views.isShared, true))))
    .orderBy(asc(views.list), asc(views.name), asc(views.id))
    .limit(MOST_SHOWN)
  return rows.map((row) => viewOf(row, me))
}
