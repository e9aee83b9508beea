import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { advancePeriod } from "./advance-period.ts"
import { billingRefusals } from "./errors.ts"
import { isFreeFrom, nextMinorOf } from "./free-time.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import { planStretch } from "./renewal-lines.ts"
import { replaceRequest } from "./replace-request.ts"
import { isRunning, type RunningSubscription, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

const MOST_YEARS = 10
/** Daily ones that stood still for as long as anything may. */
const MOST_CYCLES = 400

/**
 * Staff give it for nothing until a day, with a reason that is kept: it goes on by itself, no document is made and no
 * money asked for, and it counts as no recurring revenue. What is asked for now is taken back, and what stood still for
 * want of money runs. No day: it is paid for again from its next time on.
 */
export async function freeSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly until: string | null; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, wish.id)
  if (!isRunning(subscription)) {
    const { state } = subscription
    return billingRefusals.refuse("billing.subscription_not_running", { id: wish.id, state })
  }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const freeUntil = wish.until === null ? null : Temporal.PlainDate.from(wish.until)
  if (freeUntil && !isWithin(freeUntil, today)) {
    billingRefusals.refuse("billing.free_when", { years: MOST_YEARS }, { field: "until" })
  }
  const one = { ...subscription, freeUntil }
  const isFree = isFreeFrom(one, nextStart(one))
  if (request && isFree) await replaceRequest(ctx, request, one.id)
  await ctx.db
    .update(subscriptions)
    .set({ freeUntil, nextMinor: nextMinorOf(one, nextStart(one)) })
    .where(eq(subscriptions.id, one.id))
  await recordAudit(ctx, {
    act: "billing.subscription-freed",
    subjectId: one.id,
    accountId: one.accountId,
    reason: wish.reason,
    before: { freeUntil: subscription.freeUntil?.toString() ?? null },
    after: { freeUntil: wish.until },
  })
  if (isFree && Temporal.PlainDate.compare(one.periodEnd, today) <= 0) await goOn(ctx, one, today)
  return getSubscription(ctx, reach, one.id)
}

function isWithin(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const last = today.add({ years: MOST_YEARS })
  return Temporal.PlainDate.compare(day, today) >= 0 && Temporal.PlainDate.compare(day, last) <= 0
}

/** Its paid time is over: as many times as it takes until today is in one. */
async function goOn(ctx: Context, one: RunningSubscription, today: Temporal.PlainDate): Promise<void> {
  let cycles = 1
  while (cycles < MOST_CYCLES && Temporal.PlainDate.compare(planStretch(one, cycles).end, today) <= 0) {
    cycles += 1
  }
  const gross = money(0n, one.unit.currency)
  await advancePeriod(ctx, { ...one, requestId: null }, { cycles, invoiceId: null, gross })
}
