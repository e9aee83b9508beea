import { z } from "zod"
import { contract, dateText, moneyShape } from "#kit/contract.ts"
import { serviceStates } from "#provisioning/contract"

export const overviewShape = z.object({
  /** Every day asked for, oldest first, in the shop's calendar; the last one is today. */
  days: z.array(dateText),
  /** Orders placed, day by day. */
  orders: z.array(z.number().int()),
  /** Invoiced less credited, with tax, day by day: a row for each currency that had any. */
  invoiced: z.array(z.object({ currency: z.string(), days: z.array(moneyShape) })),
  services: z.array(z.object({ state: z.enum(serviceStates), count: z.number().int() })),
})

export const analyticsContract = {
  overview: {
    get: contract
      .route({
        method: "GET",
        path: "/analytics/overview",
        tags: ["analytics"],
        summary: "How the shop is doing: orders and invoiced sums by day, services by state",
      })
      .input(z.object({ days: z.coerce.number().int().min(2).max(90).default(30) }))
      .output(overviewShape),
  },
}
