import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { announceAll } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { insertRows, updateRows } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import { subscriptionRenewed, subscriptionRestored } from "./events.ts"
import { nextMinorOf } from "./free-time.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { type AdvancePlan, planAdvance } from "./plan-advance.ts"
import { spareShort } from "./price-cycles.ts"
import { type RunningSubscription, standsStill } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

export interface PaidCycles {
  readonly cycles: number
  /** Null where nothing was to be paid. */
  readonly invoiceId: string | null
  readonly gross: Money
}

interface Advance {
  readonly one: RunningSubscription
  readonly paid: PaidCycles
}

type Planned = Advance & { readonly plan: AdvancePlan }

/**
 * So many more cycles of each are paid. Counted from where the paid time or a pause ended, also when it was paid late.
 * Called with the rows locked; a second invoice for the same days is refused by the database.
 */
export async function advancePeriods(ctx: Context, advances: readonly Advance[]): Promise<void> {
  if (advances.length === 0) return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const policy = await getCollectingPolicy(ctx)
  const planned = advances.map((advance) => ({
    ...advance,
    plan: planAdvance(advance.one, advance.paid.cycles, { today, policy }),
  }))
  const createdAt = ctx.clock.now()
  await insertRows(
    ctx.db,
    subscriptionPeriods,
    planned.map((each) => ({ id: ctx.newId("spe"), ...periodOf(each), createdAt })),
  )
  await updateRows(ctx.db, subscriptions, planned.map(changeOf))
  await updateRows(ctx.db, subscriptions, planned.flatMap(discountsOf))
  await tell(ctx, planned)
}

function periodOf({ one, paid, plan: { stretch } }: Planned) {
  return {
    subscriptionId: one.id,
    number: one.periodNumber + 1,
    cycles: paid.cycles,
    startOn: stretch.start,
    endOn: stretch.end,
    grossMinor: paid.gross.minor,
    invoiceId: paid.invoiceId,
    anchorOn: stretch.anchorOn,
    anchorNumber: stretch.anchorNumber,
    share: stretch.share,
  }
}

function changeOf(each: Planned) {
  const { one, plan } = each
  const { stretch, state, periodNumber } = plan
  return {
    id: one.id,
    state,
    graceUntil: null,
    suspendedOn: state === "active" ? null : one.suspendedOn,
    anchorOn: stretch.anchorOn,
    anchorNumber: stretch.anchorNumber,
    pauseFrom: plan.isPauseOver ? null : one.pauseFrom,
    pauseUntil: plan.isPauseOver ? null : one.pauseUntil,
    periodNumber,
    nextMinor: nextMinorOf({ ...afterIt(each), periodNumber }, stretch.end),
    periodStart: stretch.start,
    periodEnd: stretch.end,
    requestId: null,
    trouble: null,
    nextRequestOn: plan.nextRequestOn,
  }
}

/** A turn cut short by the billing day leaves a coupon its cycles. */
function afterIt({ one, plan: { stretch } }: Planned): RunningSubscription {
  return stretch.share ? spareShort(one, one.periodNumber) : one
}

function discountsOf(each: Planned) {
  const { discounts } = afterIt(each)
  const isOther = discounts.some((one, index) => one !== each.one.discounts[index])
  return isOther ? [{ id: each.one.id, discounts: [...discounts] }] : []
}

async function tell(ctx: Context, planned: readonly Planned[]): Promise<void> {
  const about = ({ one }: Planned) => ({
    subscriptionId: one.id,
    accountId: one.accountId,
    subject: one.subject,
  })
  await announceAll(
    ctx,
    subscriptionRenewed,
    planned.map((each) => ({
      ...about(each),
      invoiceId: each.paid.invoiceId,
      paidUntil: each.plan.stretch.end.toString(),
    })),
  )
  const restored = planned.filter(({ one, plan }) => standsStill(one.state) && plan.state === "active")
  await announceAll(ctx, subscriptionRestored, restored.map(about))
  await recordAudits(
    ctx,
    planned.map(({ one, paid: { cycles, invoiceId, gross }, plan: { state, stretch } }) => ({
      act: "billing.subscription-renewed",
      subjectId: one.id,
      accountId: one.accountId,
      before: { state: one.state, periodEnd: one.periodEnd.toString() },
      after: { state, periodEnd: stretch.end.toString(), cycles, invoiceId, gross: toWire(gross) },
    })),
  )
}
