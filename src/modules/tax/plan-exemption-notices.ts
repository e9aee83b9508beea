import type { Exemption } from "./exemption.ts"

/** So long before its end a customer is told. */
export const WARN_DAYS = 30
/** What is over for longer is no news. */
export const NEWS_DAYS = 30

export interface NoticedExemption extends Exemption {
  readonly accountId: string
  /** The last day of which its customer was told that it comes, and that it is over. */
  readonly warnedOf: string | null
  readonly toldOverOf: string | null
}

export interface ExemptionNotice {
  readonly exemption: NoticedExemption
  readonly isOver: boolean
}

/**
 * What a customer is to be told of their certificates today: each end once before and once after. One that another goes
 * on from, without a day between, is no news. A last day that was moved earlier is an end of its own. Pure.
 */
export function planExemptionNotices(
  exemptions: readonly NoticedExemption[],
  today: Temporal.PlainDate,
): ExemptionNotice[] {
  const on = today.toString()
  const soon = today.add({ days: WARN_DAYS }).toString()
  const old = today.subtract({ days: NEWS_DAYS }).toString()
  return exemptions.flatMap((exemption) => {
    const { from, until, warnedOf, toldOverOf } = exemption
    if (until < old || until > soon || from > on || goesOn(exemption, exemptions)) return []
    const isOver = until < on
    const isTold = isOver ? toldOverOf === until : warnedOf === until
    return isTold ? [] : [{ exemption, isOver }]
  })
}

function goesOn(one: NoticedExemption, all: readonly NoticedExemption[]): boolean {
  const nextDay = Temporal.PlainDate.from(one.until).add({ days: 1 }).toString()
  return all.some(
    (other) =>
      other.accountId === one.accountId &&
      other.country === one.country &&
      (other.region === one.region || other.region === "") &&
      other.until > one.until &&
      other.from <= nextDay,
  )
}
