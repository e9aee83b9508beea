import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { cycles, prepaidCycles } from "./cycle-contract.ts"

export const couponKinds = ["percent", "fixed", "setup", "trial"] as const
/** As the clock stands: what was switched off, is to come, is over or used up, and what counts. */
export const couponStates = ["running", "coming", "over", "used_up", "off"] as const

const minorInput = z.string().regex(/^[1-9]\d{0,14}$/, "amount")
export const couponCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(3)
  .max(40)
  .regex(/^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/, "coupon code")
const limit = z.number().int().min(1).max(10_000_000).nullable()

/** What may still change once somebody has the code in hand: how long, how often, and whether at all. */
const bounds = {
  /** For colleagues: what it is for. */
  name: z.string().trim().min(1).max(80),
  isOn: z.boolean(),
  /** The first and the last day on which it counts, in the shop's calendar; null: no bound. */
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  mostUses: limit,
  mostPerCustomer: limit,
}

/** At most so many percents are tried against each other. */
export const armNames = ["A", "B", "C", "D"] as const

const arm = z.object({
  name: z.enum(armNames),
  percent: z.number().int().min(1).max(99),
})

const terms = {
  kind: z.enum(couponKinds),
  /** Hundredths of the price; of kind percent. */
  percent: z.number().int().min(1).max(99).nullable(),
  /** Of kind percent: percents to compare, two or more. Who types the code gets one of them and keeps it. */
  arms: z.array(arm).max(armNames.length).default([]),
  /** What comes off each cycle and piece, by currency, in minor units; of kind fixed. */
  amounts: z.partialRecord(z.enum(currencyCodes), minorInput),
  /** So many days more than the plan's own free trial has; of kind trial. */
  trialDays: z.number().int().min(1).max(90).nullable().default(null),
  /** The first so many cycles; null: for as long as it runs. */
  periods: z.number().int().min(1).max(120).nullable(),
  /** Never together with another one. */
  isExclusive: z.boolean(),
  /** Empty: all of them. */
  planIds: z.array(idText).max(100),
  cycles: z.array(z.enum(prepaidCycles)).max(cycles.length),
  currencies: z.array(z.enum(currencyCodes)).max(currencyCodes.length),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
  /** Only who has not ordered before. */
  isForNewCustomers: z.boolean(),
}

export const couponShape = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  state: z.enum(couponStates),
  isOn: z.boolean(),
  kind: z.enum(couponKinds),
  percent: z.number().nullable(),
  arms: z.array(arm),
  amounts: z.partialRecord(z.enum(currencyCodes), z.string()),
  trialDays: z.number().int().nullable(),
  periods: z.number().nullable(),
  isExclusive: z.boolean(),
  planIds: z.array(z.string()),
  cycles: z.array(z.enum(prepaidCycles)),
  currencies: z.array(z.enum(currencyCodes)),
  countries: z.array(z.string()),
  isForNewCustomers: z.boolean(),
  startsOn: dateText.nullable(),
  endsOn: dateText.nullable(),
  mostUses: z.number().nullable(),
  mostPerCustomer: z.number().nullable(),
  uses: z.number().int(),
  createdAt: instantText,
})

export const redemptionShape = z.object({
  id: z.string(),
  orderId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** Which of its percents; null where it has but one. */
  arm: z.enum(armNames).nullable(),
  /** What it took off the order. */
  amount: moneyShape,
  redeemedAt: instantText,
})

const tags = ["catalog"]
const byId = z.object({ id: idText })

export const couponsContract = {
  list: contract
    .route({ method: "GET", path: "/coupons", tags, summary: "Coupons, newest first" })
    .input(timedPageInput.extend({ code: z.string().trim().max(40).optional() }))
    .output(pageOf(couponShape)),
  get: contract
    .route({ method: "GET", path: "/coupons/{id}", tags, summary: "One coupon" })
    .input(byId)
    .output(couponShape),
  create: contract
    .route({ method: "POST", path: "/coupons", tags, successStatus: 201, summary: "A new coupon" })
    .input(z.object({ code: couponCode, ...bounds, ...terms }))
    .output(couponShape),
  save: contract
    .route({ method: "PUT", path: "/coupons/{id}", tags, summary: "How long, how often, and whether at all" })
    .input(byId.extend(bounds))
    .output(couponShape),
  redemptions: contract
    .route({ method: "GET", path: "/coupons/{id}/redemptions", tags, summary: "Who used it, newest first" })
    .input(timedPageInput.extend({ id: idText }))
    .output(pageOf(redemptionShape)),
}
