import { z } from "zod"
import { meterInput, shopMeterShape } from "#catalog/contract"
import { contract, dateText, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"

export const MOST_RECORDS = 500

/** Exact, and never a floating number: "1234.5", "-20" of a correction. */
const quantityText = z
  .string()
  .trim()
  .regex(/^-?\d{1,12}(?:\.\d{1,6})?$/, "decimal")

export const useRecordShape = z.object({
  id: z.string(),
  key: z.string(),
  subscriptionId: z.string(),
  meter: z.string(),
  quantity: z.string(),
  usedAt: instantText,
  /** The day in whose month it is billed: the day of use, or the first that no paper is about yet. */
  countsOn: dateText,
  /** The record that it puts right. */
  corrects: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: instantText,
  recordedBy: z.string(),
})

export const sessionShape = z.object({
  id: z.string(),
  key: z.string(),
  subscriptionId: z.string(),
  meter: z.string(),
  startedAt: instantText,
  /** Null while it runs. */
  stoppedAt: instantText.nullable(),
})

/** A meter in the month that runs. */
const usedMeterShape = shopMeterShape.extend({
  /** Sessions that run count as if they stopped now. */
  used: z.string(),
  running: z.number().int(),
  /** If the month were over now. */
  amount: moneyShape,
  /** How it is computed, in the caller's language. */
  steps: z.array(z.string()),
})

const when = z.iso.datetime({ offset: true })
const tags = ["usage"]

export const usageContract = {
  records: {
    add: contract
      .route({
        method: "POST",
        path: "/usage-records",
        tags,
        summary: "Say what was used: all of them or none; told again under the same key, each counts once",
      })
      .input(
        z.object({
          records: z
            .array(
              z.object({
                subscriptionId: idText,
                /** As the plan's version names it. */
                meter: z.string().trim().min(1).max(40),
                quantity: quantityText,
                usedAt: z.iso.datetime({ offset: true }),
                /** Of the sender's own, once per agreement. */
                key: z.string().trim().min(1).max(120),
                /** A record that this one puts right by so much more, or less. */
                corrects: idText.optional(),
                reason: z.string().trim().min(3).max(300).optional(),
              }),
            )
            .min(1)
            .max(MOST_RECORDS),
        }),
      )
      .output(z.object({ records: z.array(useRecordShape.extend({ isNew: z.boolean() })) })),
    list: contract
      .route({
        method: "GET",
        path: "/subscriptions/{id}/usage-records",
        tags,
        summary: "What was used, newest first",
      })
      .input(pageInput.extend({ id: idText, meter: z.string().max(40).optional() }))
      .output(pageOf(useRecordShape)),
  },
  sessions: {
    record: contract
      .route({
        method: "POST",
        path: "/usage-sessions",
        tags,
        summary: "Say when a session started and, told again under the same key, when it stopped",
      })
      .input(
        z.object({
          subscriptionId: idText,
          meter: z.string().trim().min(1).max(40),
          /** Of the sender's own, once per agreement. */
          key: z.string().trim().min(1).max(120),
          startedAt: when,
          /** Absent while it runs. */
          stoppedAt: when.optional(),
        }),
      )
      .output(sessionShape),
    list: contract
      .route({
        method: "GET",
        path: "/subscriptions/{id}/usage-sessions",
        tags,
        summary: "Sessions, the latest start first",
      })
      .input(pageInput.extend({ id: idText }))
      .output(pageOf(sessionShape)),
  },
  months: {
    get: contract
      .route({
        method: "GET",
        path: "/subscriptions/{id}/usage",
        tags,
        summary: "What was used in the month that runs, and what it would cost if it were over now",
      })
      .input(z.object({ id: idText }))
      .output(
        z.object({
          subscriptionId: z.string(),
          /** Null where nothing is charged by use. */
          from: dateText.nullable(),
          to: dateText.nullable(),
          meters: z.array(usedMeterShape),
        }),
      ),
  },
  prices: {
    preview: contract
      .route({
        method: "GET",
        path: "/usage-prices",
        tags,
        summary: "What a quantity would cost by a meter, in each of its currencies",
      })
      .input(z.object({ meter: meterInput, quantity: quantityText }))
      .output(z.object({ costs: z.array(z.object({ amount: moneyShape, steps: z.array(z.string()) })) })),
  },
}
