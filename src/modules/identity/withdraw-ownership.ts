import { eq } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { lockOffer } from "./lock-offer.ts"
import { memberRefusals } from "./member-errors.ts"
import { ownershipOffers } from "./member-tables.ts"

/** By who offered, or by who was offered: to everybody else it isn't there. */
export async function withdrawOwnership(ctx: Context, id: string): Promise<{ id: string }> {
  const offer = await lockOffer(ctx, within(ctx.actor), id)
  const you = actorId(ctx.actor)
  if (ctx.actor.kind === "customer" && you !== offer.fromPersonId && you !== offer.toPersonId) {
    memberRefusals.refuse("identity.offer_missing", { id })
  }
  await ctx.db.update(ownershipOffers).set({ withdrawnAt: ctx.clock.now() }).where(eq(ownershipOffers.id, id))
  await announceAct(ctx, {
    act: "identity.ownership-offer-withdrawn",
    subjectId: id,
    accountId: offer.accountId,
    before: { toPersonId: offer.toPersonId },
  })
  return { id }
}
