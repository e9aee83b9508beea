import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

const words = z.object({ en: z.string(), ko: z.string() })

/** A day that every month has. */
const dayInput = z.coerce.number().int().min(1).max(28)

export const billingDayShape = z.object({
  /** On which day of the month everything of the account is renewed; null: each thing on a day of its own. */
  day: z.number().int().nullable(),
  /** What another day would make of the next times, and what they cost: nothing is changed by asking. */
  preview: z
    .object({
      day: z.number().int(),
      items: z.array(
        z.object({
          subscriptionId: z.string(),
          words,
          start: dateText,
          lastDay: dateText,
          /** So many of the days of a whole turn are paid; null: a whole one, as before. */
          share: z.object({ days: z.number().int(), of: z.number().int() }).nullable(),
          whole: moneyShape,
          charge: moneyShape,
          /** Too little to be asked for: given. */
          isWaived: z.boolean(),
        }),
      ),
      /** What is asked for all of them, one a currency. */
      totals: z.array(moneyShape),
    })
    .nullable(),
})

const tags = ["billing"]

export const billingDayContract = {
  get: contract
    .route({
      method: "GET",
      path: "/accounts/{id}/billing-day",
      tags,
      summary:
        "The day of the month on which everything of an account is renewed; with ?day=1, what that would cost",
    })
    .input(z.object({ id: idText, day: dayInput.optional() }))
    .output(billingDayShape),
  choose: contract
    .route({
      method: "PUT",
      path: "/accounts/{id}/billing-day",
      tags,
      summary:
        "Renew everything of an account on one day of the month; the next time is paid by days. Null: no longer",
    })
    .input(z.object({ id: idText, day: dayInput.nullable() }))
    .output(billingDayShape),
}
