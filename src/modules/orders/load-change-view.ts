import { comingStart, isRunning } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import type { PlanChangePolicy } from "./change-of-plan-policy.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { chargeWith } from "./charge-with.ts"
import { findOpenChange } from "./find-open-change.ts"
import { getChangePolicy } from "./get-change-policy.ts"
import { type ChangeFacts, loadChange } from "./load-change.ts"

export interface ChangeLook {
  readonly serviceId: string
  readonly on?: string | undefined
}

/** What every look at a change begins with: the service, its paid time, what is planned, and the day that is asked about. */
export async function loadChangeView(ctx: Context, reach: Reach, wanted: ChangeLook) {
  const facts = await loadChange(ctx, reach, wanted.serviceId)
  const { service, subscription, today } = facts
  const [last] = facts.periods
  const changeOn = dayWithin(wanted.on, today, last?.end)
  const open = await findOpenChange(ctx, { kind: "all" }, { serviceId: service.id })
  const policy: PlanChangePolicy = await getChangePolicy(ctx)
  const nextOn = isRunning(subscription) && !subscription.cancelAtEnd ? comingStart(subscription, 0) : null
  return {
    facts,
    look: { changeOn, policy, nextOn },
    view: {
      serviceId: service.id,
      hostname: service.hostname,
      planId: service.planId,
      planName: service.planName,
      cycle: subscription.cycle,
      on: changeOn.toString(),
      today: today.toString(),
      lastDay: last?.end.subtract({ days: 1 }).toString() ?? null,
      planned: open?.state === "planned" ? describePlanned(facts, open) : null,
      nextOn: nextOn?.toString() ?? null,
    },
  }
}

/** A day that is paid: not before today, not after the last one. */
function dayWithin(on: string | undefined, today: Temporal.PlainDate, end: Temporal.PlainDate | undefined) {
  const wished = on ? Temporal.PlainDate.from(on) : today
  if (Temporal.PlainDate.compare(wished, today) < 0 || !end) return today
  return Temporal.PlainDate.compare(wished, end) < 0 ? wished : end.subtract({ days: 1 })
}

function describePlanned({ subscription }: ChangeFacts, open: PlanChange) {
  const { planId, planName, unitMinor } = open.agreed
  const unit = money(BigInt(unitMinor), open.currency)
  const price = chargeWith(subscription, { planId, unit })({ first: subscription.periodNumber, cycles: 1 })
  const on = open.changeOn.toString()
  return { id: open.id, planId, planName, on, price: toWire(price), isPaid: open.paidOn !== null }
}
