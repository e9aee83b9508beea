import type { z } from "zod"
import { type lostDisputes, type productDaysShape, readyMadeDays } from "./collecting-contract.ts"
import type { LatePolicy } from "./late-payment.ts"
import { later } from "./period.ts"

/** When money is asked for, reminded of and missed. Days count from the last usable day. */
export interface CollectingPolicy {
  /** The request to pay is made so many days before. */
  readonly requestDays: number
  /** It is reminded of on each of these days before. */
  readonly reminderDays: readonly number[]
  /** A saved method is charged on each of these days after the last usable one, until it works. */
  readonly chargeDays: readonly number[]
  /** What is not paid is suspended so many days after, */
  readonly suspendDays: number
  /** and ended so many days after. */
  readonly terminateDays: number
  /** Suspending and ending wait for a working day. */
  readonly businessDaysOnly: boolean
  /** Days that are no working days besides Saturdays and Sundays. */
  readonly holidays: readonly string[]
  /** What is not paid is deleted only after a backup of it was seen, where its panel tells of backups. */
  readonly backupFirst: boolean
  /** A payment under way holds a suspension up for so many days and no longer. */
  readonly moneyOnItsWayDays: number
  /** Local hours in which customers are written to: from, and no longer than until. */
  readonly fromHour: number
  readonly toHour: number
  /** A run that asks for so many percent more than last time waits for a person; 0: none does. */
  readonly stopTotalPercent: number
  /** The same for a single subscription. */
  readonly stopLinePercent: number
  /** For so many days at most a customer may let something stand still; 0: not at all. */
  readonly pauseDays: number
  /** A trial that nobody paid for stands still for so many days, and is ended then. */
  readonly trialEndDays: number
  /** From which day what is paid late counts. */
  readonly latePolicy: LatePolicy
  /** What becomes of a service whose payment a card's bank gave back to its holder. */
  readonly lostDispute: LostDispute
  /** Staff may wait so many days at most for a payment that was promised; */
  readonly promiseDays: number
  /** and so many those whose role may wait longer. */
  readonly longPromiseDays: number
  /** What differs for single products. A request is one for all that is due on its day, so its days are the shop's. */
  readonly products: readonly ProductDays[]
}

export type ProductDays = Readonly<z.infer<typeof productDaysShape>>

export type LostDispute = (typeof lostDisputes)[number]

export const defaultPolicy: CollectingPolicy = {
  requestDays: 7,
  reminderDays: [7, 3, 1],
  chargeDays: [0, 1, 3, 5],
  ...readyMadeDays.standard,
  businessDaysOnly: true,
  holidays: [],
  backupFirst: true,
  moneyOnItsWayDays: 5,
  fromHour: 9,
  toHour: 20,
  stopTotalPercent: 50,
  stopLinePercent: 100,
  pauseDays: 90,
  trialEndDays: 7,
  latePolicy: "from_the_old_end",
  lostDispute: "suspend",
  promiseDays: 7,
  longPromiseDays: 30,
  products: [],
}

/** The next request's day: so many days before the last usable one, but never before the period has begun. */
export function planRequestDay(
  period: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate },
  { requestDays }: Pick<CollectingPolicy, "requestDays">,
): Temporal.PlainDate {
  return later(period.end.subtract({ days: requestDays + 1 }), period.start)
}

export function isBusinessDay(
  day: Temporal.PlainDate,
  { businessDaysOnly, holidays }: Pick<CollectingPolicy, "businessDaysOnly" | "holidays">,
): boolean {
  return !businessDaysOnly || (day.dayOfWeek <= 5 && !holidays.includes(day.toString()))
}
