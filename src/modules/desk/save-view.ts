import { and, eq, ne, sql } from "drizzle-orm"
import type { z } from "zod"
import { actorId, type Context } from "#kit/context.ts"
import type { deskContract } from "./contract.ts"
import { deskRefusals } from "./errors.ts"
import { views } from "./tables.ts"
import { MOST_VIEWS, type View, viewOf } from "./view.ts"

type Wish = z.infer<NonNullable<(typeof deskContract.views.save)["~orpc"]["inputSchema"]>>

/** One of the same list and name is replaced: saving twice is changing it. */
export async function saveView(ctx: Context, wish: Wish): Promise<View> {
  const me = actorId(ctx.actor)
  const { list, name, isShared } = wish
  const [known] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(views)
    .where(and(eq(views.list, list), eq(views.ownerId, me), ne(views.name, name)))
  if ((known?.count ?? 0) >= MOST_VIEWS) deskRefusals.refuse("desk.too_many_views", { limit: MOST_VIEWS })
  const query = onlyOfList(wish.query)
  const [row] = await ctx.db
    .insert(views)
    .values({ id: ctx.newId("viw"), list, name, query, isShared, ownerId: me, createdAt: ctx.clock.now() })
    .onConflictDoUpdate({
      target: [views.tenantId, views.list, views.ownerId, views.name],
      set: { query, isShared },
    })
    .returning()
  if (!row) throw new Error("The view was neither kept nor replaced.")
  return viewOf(row, me)
}

/** Where somebody stood in the pages of a list is no part of how they like to see it. */
function onlyOfList(text: string): string {
  const query = new URLSearchParams(text)
  for (const name of ["after", "changed"]) query.delete(name)
  return query.toString()
}
