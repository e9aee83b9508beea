import { and, eq } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { lockOffer } from "./lock-offer.ts"
import { memberRefusals } from "./member-errors.ts"
import { ownershipOffers } from "./member-tables.ts"
import { members } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** The other half: who accepts becomes the owner, and who offered stays as an administrator. Only a person can. */
export async function acceptOwnership(ctx: Context, id: string): Promise<{ accountId: string }> {
  const offer = await lockOffer(ctx, within(ctx.actor), id)
  const { accountId, fromPersonId, toPersonId } = offer
  const { actor } = ctx
  const isTheirs = actor.kind === "customer" && actor.apiKeyId === undefined && actor.personId === toPersonId
  if (!isTheirs)
    memberRefusals.refuse("identity.offer_missing", { id }, { because: "offered to somebody else" })
  const memberOf = (personId: string) => and(eq(members.accountId, accountId), eq(members.personId, personId))
  const lowered = await ctx.db
    .update(members)
    .set({ role: "admin" })
    .where(and(memberOf(fromPersonId), eq(members.role, "owner")))
    .returning({ id: members.id })
  // Who offered may have lost the account meanwhile: then it isn't theirs to give.
  if (lowered.length === 0) memberRefusals.refuse("identity.offer_missing", { id })
  await ctx.db.update(members).set({ role: "owner" }).where(memberOf(toPersonId))
  await ctx.db.update(ownershipOffers).set({ acceptedAt: ctx.clock.now() }).where(eq(ownershipOffers.id, id))
  for (const personId of [fromPersonId, toPersonId]) await tellSessionNews(ctx, personId)
  await announceAct(ctx, {
    act: "identity.ownership-moved",
    subjectId: accountId,
    accountId,
    before: { owner: fromPersonId },
    after: { owner: toPersonId },
  })
  return { accountId }
}
