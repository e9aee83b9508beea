import { z } from "zod"
import { contract, moneyShape } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

export const revenueMonthShape = z.object({
  /** "2026-11", in the shop's calendar. */
  month: z.string(),
  currency: z.enum(currencyCodes),
  /** Earned in the month by days that have passed, or will be by days to come. */
  earned: moneyShape,
  /** Paid for and still to be earned when the month ends, by what has been paid until now. */
  deferred: moneyShape,
})

export const revenueContract = {
  months: contract
    .route({
      method: "GET",
      path: "/revenue/months",
      tags: ["revenue"],
      summary: "Revenue by the month in which it is earned, and what is deferred at its end",
    })
    .input(
      z.object({
        back: z.coerce.number().int().min(0).max(36).default(11),
        ahead: z.coerce.number().int().min(0).max(36).default(12),
      }),
    )
    .output(z.object({ items: z.array(revenueMonthShape) })),
}
