import { listPlanMeters, type PlanMeter, type PricedMeter, priceMeters } from "#catalog"
import type { Context } from "#kit/context.ts"
import { insertRows, updateRows } from "#kit/write-rows.ts"
import { type Closing, listClosing } from "./list-closing.ts"
import { metered, useWindows } from "./metered-tables.ts"
import type { UseSource } from "./metered-use.ts"
import { monthOf, planUseWindows, type UseWindow } from "./plan-use-windows.ts"
import { planUse, writeUse } from "./usage-rule.ts"

export interface ClosingDay {
  readonly today: Temporal.PlainDate
  readonly timeZone: string
  readonly source: UseSource
}

interface Counted {
  readonly one: Closing
  readonly until: Temporal.PlainDate | null
  readonly windows: readonly UseWindow[]
}

/** Looked at again with their rows held: two runs at once count each month once. */
export async function closeMonths(ctx: Context, found: readonly Closing[], day: ClosingDay): Promise<void> {
  const ids = found.map(({ id }) => id)
  const held = await listClosing(ctx, day, { after: "", limit: ids.length, ids })
  const counted = held.map((one) => count(one, day.today))
  const meters = await listPlanMeters(
    ctx,
    held.map(({ versionId }) => versionId),
  )
  const asked = counted.flatMap((each) => askOf(each, meters.get(each.one.versionId) ?? []))
  const used = await day.source.close(
    ctx,
    asked.map(({ ask }) => ask),
  )
  const createdAt = ctx.clock.now()
  const rows = asked.map(({ one, meter, window: { from, to, days, of } }, index) => {
    const quantity = used[index]
    if (!quantity) throw new Error("Not everything that was asked was counted.")
    const facts = writeUse({ meter, used: quantity, pieces: one.quantity, days, of })
    const { amount } = planUse(facts, one.currency)
    const words = { en: `${one.words.en} · ${meter.name.en}`, ko: `${one.words.ko} · ${meter.name.ko}` }
    const about = { subscriptionId: one.subscriptionId, meter: meter.id, fromOn: from, toOn: to }
    const { currency, minor: amountMinor } = amount
    return { id: ctx.newId("usw"), ...about, currency, amountMinor, words, facts, createdAt }
  })
  await insertRows(ctx.db, useWindows, rows)
  await day.source.close(ctx, counted.filter(isLast).flatMap(lastOf))
  await updateRows(ctx.db, metered, counted.map(changeOf))
}

function count(one: Closing, today: Temporal.PlainDate): Counted {
  // The day on which a change is seen belongs to the other plan.
  const until = endOf(one, today) ?? (one.isChanged ? today : null)
  return { one, until, windows: planUseWindows({ ...daysOf(one), until }, today) }
}

/** The first day after an agreement that has ended; its last day is counted when it is over. */
function endOf({ endsOn }: Closing, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const day = endsOn ? Temporal.PlainDate.from(endsOn) : null
  return day && Temporal.PlainDate.compare(day, today) <= 0 ? day : null
}

function daysOf({ since, countedUntil }: Closing) {
  return {
    since: Temporal.PlainDate.from(since),
    countedUntil: Temporal.PlainDate.from(countedUntil),
  }
}

function askOf({ one, windows }: Counted, meters: readonly PlanMeter[]) {
  return windows.flatMap((window) =>
    priceMeters(meters, one.currency).map((meter: PricedMeter) => ({
      one,
      window,
      meter,
      ask: {
        subscriptionId: one.subscriptionId,
        meter: meter.id,
        from: window.from,
        to: window.to,
      },
    })),
  )
}

function isLast({ one, until }: Pick<Counted, "one" | "until">): boolean {
  return until !== null && one.endsOn === until.toString()
}

/** Also where its last month was counted before: from here on nothing more is told about it. */
function lastOf({ one, until }: Counted) {
  if (!until) return []
  return [{ subscriptionId: one.subscriptionId, meter: "", from: until, to: until, isLast: true }]
}

function changeOf({ one, until, windows }: Counted) {
  const { since, countedUntil: before } = daysOf(one)
  const countedUntil = windows.at(-1)?.to ?? before
  return {
    id: one.id,
    countedUntil,
    closesOn: monthOf(since, countedUntil).end,
    endedOn: until,
  }
}
