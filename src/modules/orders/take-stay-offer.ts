import { recordAudit } from "#audit"
import { getSubscription, pauseSubscription } from "#billing"
import type { StayKind } from "#billing/contract"
import { type Context, within } from "#kit/context.ts"
import { orderRefusals } from "./errors.ts"
import { findStayOffer } from "./find-stay-offer.ts"
import { noteStayAnswer } from "./note-stay-answer.ts"

export interface StayWish {
  readonly id: string
  /** Of a pause: the day on which it goes on. */
  readonly until?: string | undefined
}

/** A pause is planned at once. Another plan is chosen on its own page, and counts as taken when it is asked for. */
export async function takeStayOffer(
  ctx: Context,
  { id, until }: StayWish,
): Promise<{ kind: StayKind; serviceId: string }> {
  const reach = within(ctx.actor)
  const offer = await findStayOffer(ctx, reach, id)
  if (!offer) return orderRefusals.refuse("orders.stay_offer_missing", { id })
  const { kind } = offer
  const { subject: serviceId, accountId } = await getSubscription(ctx, reach, id)
  if (kind === "pause") {
    await pauseSubscription(ctx, { id, until: until ?? offer.last })
  }
  await noteStayAnswer(ctx, { id, kind, state: kind === "pause" ? "taken" : "looked" })
  const after = kind === "pause" ? { kind, until: until ?? offer.last } : { kind, planId: offer.planId }
  await recordAudit(ctx, {
    act: kind === "pause" ? "orders.stay-offer-taken" : "orders.stay-offer-looked-at",
    subjectId: id,
    accountId,
    after,
  })
  return { kind, serviceId }
}
