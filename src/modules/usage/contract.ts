import { z } from "zod"
import { contract, dateText, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

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
}
