import { and, eq } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import { deskRefusals } from "./errors.ts"
import { views } from "./tables.ts"

/** One's own only: a colleague's shared view is theirs to take away. */
export async function removeView(ctx: Context, id: string): Promise<{ id: string }> {
  const gone = await ctx.db
    .delete(views)
    .where(and(eq(views.id, id), eq(views.ownerId, actorId(ctx.actor))))
    .returning({ id: views.id })
  return gone[0] ?? deskRefusals.refuse("desk.view_missing")
}
