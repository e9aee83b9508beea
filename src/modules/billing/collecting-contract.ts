import { z } from "zod"
import { contract, dateText, idText } from "#kit/contract.ts"
import { latePolicies } from "./subscription-contract.ts"

const tags = ["billing"]

/** Suspend: it stops, and nothing more is asked for it. Keep: staff decide. */
export const lostDisputes = ["suspend", "keep"] as const

const suspendDays = z.number().int().min(1).max(90)
const terminateDays = z.number().int().min(2).max(365)
const reminderDays = z.array(z.number().int().min(0).max(60)).max(6)

/** Of one product that waits shorter or longer than the rest of the shop. */
export const productDaysShape = z.object({ productId: idText, reminderDays, suspendDays, terminateDays })

/** To begin with: for a shop that waits, and for one that waits for nobody. */
export const readyMadeDays = {
  standard: { suspendDays: 7, terminateDays: 30 },
  strict: { suspendDays: 2, terminateDays: 3 },
} as const

/** When money is asked for, reminded of and missed. Days count from the last usable day. */
export const collectingPolicyShape = z.object({
  requestDays: z.number().int().min(0).max(60),
  reminderDays,
  chargeDays: z.array(z.number().int().min(0).max(30)).min(1).max(6),
  suspendDays,
  terminateDays,
  businessDaysOnly: z.boolean(),
  holidays: z.array(dateText.regex(/^\d{4}-\d{2}-\d{2}$/)).max(400),
  backupFirst: z.boolean().default(true),
  moneyOnItsWayDays: z.number().int().min(0).max(30),
  fromHour: z.number().int().min(0).max(23),
  toHour: z.number().int().min(1).max(24),
  stopTotalPercent: z.number().int().min(0).max(10_000).default(50),
  stopLinePercent: z.number().int().min(0).max(10_000).default(100),
  pauseDays: z.number().int().min(0).max(365).default(90),
  trialEndDays: z.number().int().min(0).max(90).default(7),
  latePolicy: z.enum(latePolicies).default("from_the_old_end"),
  lostDispute: z.enum(lostDisputes).default("suspend"),
  promiseDays: z.number().int().min(0).max(365).default(7),
  longPromiseDays: z.number().int().min(0).max(365).default(30),
  products: z.array(productDaysShape).max(100).default([]),
})

export const collectingPolicyContract = {
  get: contract
    .route({
      method: "GET",
      path: "/collecting-policy",
      tags,
      summary: "When this shop asks, suspends and ends",
    })
    .output(collectingPolicyShape),
  save: contract
    .route({
      method: "PUT",
      path: "/collecting-policy",
      tags,
      summary: "Decide when to ask, suspend and end",
    })
    .input(collectingPolicyShape)
    .output(collectingPolicyShape),
}
