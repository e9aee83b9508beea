import { z } from "zod"
import { chosenInput, cycles, shopOptionShape } from "#catalog/contract"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

/** Planned: it begins with the next time, once that is paid. */
export const changeStates = ["awaiting_payment", "planned", "applied", "withdrawn"] as const
export type ChangeState = (typeof changeStates)[number]

/** What a change means in money: to be paid, too little to be taken, to go back, or nothing. */
export const changeOutcomes = ["pay", "waived", "give_back", "nothing"] as const

/** Why something can't be changed to. */
export const hindrances = [
  "disk_too_small",
  "same_plan",
  "not_paid",
  "back_and_setup",
  "back_and_more",
] as const

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
  /** Paid once, with the change: of what is newly chosen. Not in the difference, but in the amount. */
  setup: moneyShape,
  /** Why it can't be changed to; null where it can. */
  hindrance: z.enum(hindrances).nullable(),
  /** When the shop lets it begin: now, or with the next time; the second costs its price then, and nothing now. */
  moments: z.array(z.enum(["now", "at_end"])),
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
  /** What was planned for the next time, and may be taken back until that is paid. */
  planned: z
    .object({
      id: z.string(),
      planId: z.string(),
      planName: words,
      /** The first day of the other plan. */
      on: dateText,
      price: moneyShape,
      isPaid: z.boolean(),
    })
    .nullable(),
  /** The first day of the next time; null where there is none. */
  nextOn: dateText.nullable(),
  /** Whether something can be chosen with the plan that it has. */
  hasOptions: z.boolean(),
  options: z.array(changeOptionShape),
})

/** What can be chosen with the plan that a service has, what is, and what another choice would cost. */
export const ownOptionsShape = changePreviewShape.omit({ options: true, hasOptions: true }).extend({
  /** As the version says that was bought. What was paid once and is done isn't among them. */
  choices: z.array(shopOptionShape),
  /** What it is now, by option: also what comes with the plan. */
  held: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  /** With what was asked for. */
  wish: changeOptionShape,
})

export const changePolicyShape = z.object({
  /** To a plan that costs more, and to one that costs less. */
  up: z.enum(["now", "at_end", "choice"]),
  down: z.enum(["now", "at_end", "choice"]),
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

const wishInput = {
  /** With the next time: nothing is paid now, and the figure is what that time costs from then on. */
  when: z.enum(["now", "at_end"]).default("now"),
  /** What was shown: another figure is shown first. */
  expected: z.object({ outcome: z.enum(changeOutcomes), amount: moneyShape }),
}

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
    .input(z.object({ id: idText, planId: idText, ...wishInput }))
    .output(planChangeShape),
  options: contract
    .route({
      method: "GET",
      path: "/services/{id}/options",
      tags,
      summary:
        "What can be chosen with the plan of a service, and what it would cost on a day: options[memory]=4",
    })
    .input(z.object({ id: idText, on: z.iso.date().optional(), options: chosenInput.default({}) }))
    .output(ownOptionsShape),
  chooseOptions: contract
    .route({
      method: "POST",
      path: "/services/{id}/options",
      tags,
      successStatus: 201,
      summary: "Choose other options with the same plan; a difference is paid first. What isn't named stays",
    })
    .input(z.object({ id: idText, options: chosenInput, ...wishInput }))
    .output(planChangeShape),
  takeBack: contract
    .route({
      method: "DELETE",
      path: "/services/{id}/plan-changes/planned",
      tags,
      summary: "Keep the plan after all, until the next time is paid by the other's price",
    })
    .input(z.object({ id: idText }))
    .output(changePreviewShape),
  policy: {
    get: contract
      .route({
        method: "GET",
        path: "/plan-change-policy",
        tags,
        summary: "When customers may let another plan begin",
      })
      .output(changePolicyShape),
    save: contract
      .route({ method: "PUT", path: "/plan-change-policy", tags, summary: "Decide it for the whole shop" })
      .input(changePolicyShape)
      .output(changePolicyShape),
  },
}
