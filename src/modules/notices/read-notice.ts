import { actorId, type Context, impersonatorOf, within } from "#kit/context.ts"
import { getOwnNotice } from "./queries.ts"
import { reads } from "./tables.ts"

/** Once each. Staff who look through a customer's eyes leave no mark: the customer has not seen it yet. */
export async function readNotice(ctx: Context, id: string): Promise<{ id: string }> {
  await getOwnNotice(ctx, within(ctx.actor), id)
  if (impersonatorOf(ctx.actor) !== null) return { id }
  await ctx.db
    .insert(reads)
    .values({
      id: ctx.newId("nrd"),
      noticeId: id,
      personId: actorId(ctx.actor),
      readAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
  return { id }
}
