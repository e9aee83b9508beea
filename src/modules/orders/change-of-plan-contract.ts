import { z } from "zod"
import { cycles } from "#catalog/contract"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

export const changeStates = ["awaiting_payment", "applied", "withdrawn"] as const
export type ChangeState = (typeof changeStates)[number]

/** What a change means in money: to be paid, too little to be taken, to go back, or nothing. */
export const changeOutcomes = ["pay", "waived", "give_back", "nothing"] as const

const words = z.object({ en: z.string(), ko: z.string() })

export const changePartShape = z.object({
  start: dateText,
  /** The last usable day. */
  lastDay: dateText,
  daysLeft: z.number().int(),
  totalDays: z.number().int(),
  /** Really charged for the whole period, and what the other plan costs for it. */
  oldCharged: moneyShape,
  newCharged: moneyShape,
  unused: moneyShape,
  due: moneyShape,
})

export const changeOptionShape = z.object({
  planId: z.string(),
  planName: words,
  /** For one cycle, with what goes along. */
  price: moneyShape,
  /** What was chosen with the plan so far: at the other one's price, or not to be had there. */
  kept: z.array(z.object({ words, amount: moneyShape })),
  lost: z.array(words),
  /** Why it can't be changed to; null where it can. */
  hindrance: z.enum(["disk_too_small", "same_plan", "not_paid"]).nullable(),
  parts: z.array(changePartShape),
  unused: moneyShape,
  due: moneyShape,
  outcome: z.enum(changeOutcomes),
  /** Between the two, as prices are shown. */
  difference: moneyShape,
  /** What is paid, waived or goes back: with the tax. */
  amount: moneyShape,
})

export const changePreviewShape = z.object({
  serviceId: z.string(),
  hostname: z.string(),
  planId: z.string(),
  planName: words,
  cycle: z.enum(cycles),
  /** The day it is computed for; changing is for today. */
  on: dateText,
  today: dateText,
  /** The last day that is paid: it stays. Null: nothing is paid. */
  lastDay: dateText.nullable(),
  options: z.array(changeOptionShape),
})

export const planChangeShape = z.object({
  id: z.string(),
  serviceId: z.string(),
  planId: z.string(),
  state: z.enum(changeStates),
  /** What is to be paid first; null where nothing is. */
  paymentRequestId: z.string().nullable(),
})

const tags = ["orders"]

export const planChangeContract = {
  preview: contract
    .route({
      method: "GET",
      path: "/services/{id}/plan-changes",
      tags,
      summary: "The other plans, and what changing to each would cost on a day, by days",
    })
    .input(z.object({ id: idText, on: z.iso.date().optional() }))
    .output(changePreviewShape),
  request: contract
    .route({
      method: "POST",
      path: "/services/{id}/plan-changes",
      tags,
      successStatus: 201,
      summary: "Change the plan today; a difference is paid first",
    })
    .input(
      z.object({
        id: idText,
        planId: idText,
        /** What was shown: another figure is shown first. */
        expected: z.object({ outcome: z.enum(changeOutcomes), amount: moneyShape }),
      }),
    )
    .output(planChangeShape),
}
