import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

export const lateFeePolicyShape = z.object({
  kind: z.enum(["none", "fixed", "percent"]),
  /** Days after the due day; once per invoice. */
  afterDays: z.coerce.number().int().min(1).max(365),
  /** Hundredths of a percent: 250 is 2.5 %. */
  basisPoints: z.coerce.number().int().min(0).max(10_000),
  /** One a currency; a currency without one has no fee. */
  amounts: z.array(moneyShape).max(10),
})

export const lateFeeShape = z.object({
  invoiceId: z.string(),
  /** none: nothing was asked for, and nothing says that nothing will be. */
  state: z.enum(["none", "charged", "waived"]),
  requestId: z.string().nullable(),
  reason: z.string().nullable(),
})

const tags = ["fees"]

export const feesContract = {
  policy: {
    get: contract
      .route({ method: "GET", path: "/late-fees/policy", tags, summary: "What a late payment costs" })
      .output(
        lateFeePolicyShape.extend({
          /** What the law of the shop's country lets at most by the year; null: no fee is asked for there. */
          mostPercentAYear: z.number().nullable(),
          since: dateText.nullable(),
        }),
      ),
    save: contract
      .route({ method: "PUT", path: "/late-fees/policy", tags, summary: "Decide what it costs" })
      .input(lateFeePolicyShape)
      .output(lateFeePolicyShape),
  },
  charges: {
    get: contract
      .route({ method: "GET", path: "/invoices/{id}/late-fee", tags, summary: "The late fee of an invoice" })
      .input(z.object({ id: idText }))
      .output(lateFeeShape),
    waive: contract
      .route({
        method: "PUT",
        path: "/invoices/{id}/late-fee/waiver",
        tags,
        summary:
          "Ask for none: the invoice is disputed, or the shop is kind; what is asked for is taken back",
      })
      .input(z.object({ id: idText, reason: z.string().trim().min(3).max(300) }))
      .output(lateFeeShape),
  },
}
