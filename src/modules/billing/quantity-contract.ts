import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

/** As many as one agreement can be about. */
export const MOST_PIECES = 1_000

const pieces = z.number().int().min(1).max(MOST_PIECES)

/** Between which its customer may choose by themselves. */
export const quantityBounds = z.object({ least: pieces, most: pieces })

/** More now, or another number with the next time. */
export const quantityMoments = ["now", "at_end"] as const

/** What a change means in money: to be paid, too little to be taken, or nothing. */
export const quantityOutcomes = ["pay", "waived", "nothing"] as const

/** Why it can't be that many. */
export const quantityHindrances = ["same", "out_of_bounds", "not_paid", "ending", "planned_paid"] as const

const words = z.object({ en: z.string(), ko: z.string() })

export const quantityPreviewShape = z.object({
  subscriptionId: z.string(),
  words,
  /** So many now. */
  quantity: z.number().int(),
  /** As many as whoever asks may choose between; null: they may not. */
  bounds: quantityBounds.nullable(),
  /** The day it is computed for; changing is for today. */
  on: dateText,
  today: dateText,
  /** The last day that is paid: it stays. Null: nothing is paid. */
  lastDay: dateText.nullable(),
  /** The first day of the next time; null where there is none. */
  nextOn: dateText.nullable(),
  /** Fewer or more that were chosen for the next time, and may be taken back until that is paid. */
  planned: z.object({ quantity: z.number().int(), on: dateText, isPaid: z.boolean() }).nullable(),
  /** More that are asked for and not paid yet. */
  awaited: z.object({ quantity: z.number().int(), paymentRequestId: z.string() }).nullable(),
  wish: z.object({
    quantity: z.number().int(),
    /** Of its next time, all pieces, as prices are shown. */
    price: moneyShape,
    hindrance: z.enum(quantityHindrances).nullable(),
    moments: z.array(z.enum(quantityMoments)),
    /** The running period by its days, and each that is paid ahead whole. */
    parts: z.array(
      z.object({
        start: dateText,
        lastDay: dateText,
        daysLeft: z.number().int(),
        totalDays: z.number().int(),
        oldCharged: moneyShape,
        newCharged: moneyShape,
        unused: moneyShape,
        due: moneyShape,
      }),
    ),
    unused: moneyShape,
    due: moneyShape,
    outcome: z.enum(quantityOutcomes),
    /** Between the two, as prices are shown. */
    difference: moneyShape,
    /** What is paid or waived: with the tax. */
    amount: moneyShape,
  }),
})

export const quantityChangeShape = z.object({
  subscriptionId: z.string(),
  quantity: z.number().int(),
  state: z.enum(["awaiting_payment", "planned", "applied"]),
  /** What is to be paid first; null where nothing is. */
  paymentRequestId: z.string().nullable(),
})

const tags = ["billing"]
const one = z.object({ id: idText })

export const quantityContract = {
  preview: contract
    .route({
      method: "GET",
      path: "/subscriptions/{id}/quantity",
      tags,
      summary: "How many pieces a subscription is for, and what another number would cost on a day, by days",
    })
    .input(
      one.extend({
        quantity: z.coerce.number().int().min(1).max(MOST_PIECES).optional(),
        on: z.iso.date().optional(),
      }),
    )
    .output(quantityPreviewShape),
  change: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/quantity",
      tags,
      successStatus: 201,
      summary: "Have more pieces now, their difference paid first; or another number with the next time",
    })
    .input(
      one.extend({
        quantity: pieces,
        when: z.enum(quantityMoments).default("now"),
        /** What was shown: another figure is shown first. With the next time: nothing now, and what that time costs. */
        expected: z.object({ outcome: z.enum(quantityOutcomes), amount: moneyShape }),
      }),
    )
    .output(quantityChangeShape),
  takeBack: contract
    .route({
      method: "DELETE",
      path: "/subscriptions/{id}/quantity/planned",
      tags,
      summary: "Keep as many as now after all, until the next time is paid by the other number",
    })
    .input(one)
    .output(quantityPreviewShape),
}
