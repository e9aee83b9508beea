import { and, eq, gt, isNull } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { getTeam } from "./get-team.ts"
import { lockMember } from "./lock-member.ts"
import { memberRefusals } from "./member-errors.ts"
import { ownershipOffers } from "./member-tables.ts"
import { members } from "./tables.ts"

/** A week, as for an invitation: an offer nobody answered must not be accepted in another year. */
const OFFER_LIFE = { hours: 24 * 7 } as const

/** Staff may begin a hand-over for an owner who can't; it is the owner's account all the same. */
async function findOwner(ctx: Context, accountId: string): Promise<string> {
  const [owner] = await ctx.db
    .select({ personId: members.personId })
    .from(members)
    .where(and(eq(members.accountId, accountId), eq(members.role, "owner")))
    .orderBy(members.id)
    .limit(1)
  return owner?.personId ?? memberRefusals.refuse("identity.member_missing", { accountId })
}

/** The owner's half of handing an account over. Nothing changes until the other has accepted. */
export async function offerOwnership(
  ctx: Context,
  wish: { readonly accountId: string; readonly memberId: string },
) {
  const reach = within(ctx.actor)
  const member = await lockMember(ctx, reach, wish.memberId)
  if (member.accountId !== wish.accountId) memberRefusals.refuse("identity.member_missing", { id: member.id })
  if (member.role === "owner") memberRefusals.refuse("identity.member_already", {}, { field: "memberId" })
  const now = ctx.clock.now()
  const { accountId, personId: toPersonId } = member
  const open = await ctx.db.$count(
    ownershipOffers,
    and(
      eq(ownershipOffers.accountId, accountId),
      isNull(ownershipOffers.acceptedAt),
      isNull(ownershipOffers.withdrawnAt),
      gt(ownershipOffers.expiresAt, now),
    ),
  )
  if (open > 0) memberRefusals.refuse("identity.offer_open")
  const id = ctx.newId("own")
  await ctx.db.insert(ownershipOffers).values({
    id,
    accountId,
    fromPersonId: await findOwner(ctx, accountId),
    toPersonId,
    createdAt: now,
    expiresAt: now.add(OFFER_LIFE),
  })
  await announceAct(ctx, {
    act: "identity.ownership-offered",
    subjectId: id,
    accountId,
    after: { toPersonId },
  })
  const { ownershipOffer } = await getTeam(ctx, reach, accountId)
  return ownershipOffer ?? memberRefusals.refuse("identity.offer_missing", { id })
}
