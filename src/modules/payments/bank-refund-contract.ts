import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"

export const bankRefundShape = z.object({
  id: z.string(),
  accountId: z.string(),
  /** What it was paid for. */
  reference: z.string(),
  amount: moneyShape,
  /** Day and words of the transfer it came by. */
  cameBy: z.string(),
  requestedAt: instantText,
  /** Day and words of the transfer it went back by; null as long as it is still to be sent. */
  sentBy: z.string().nullable(),
})

const tags = ["payments"]

export const bankRefundContract = {
  bankRefunds: {
    list: contract
      .route({
        method: "GET",
        path: "/bank-refunds",
        tags,
        summary: "Money of bank transfers that goes back by staff's own hand, oldest first",
      })
      .input(pageInput.extend({ isSent: z.boolean().default(false) }))
      .output(pageOf(bankRefundShape)),
    send: contract
      .route({
        method: "PUT",
        path: "/bank-refunds/{id}/sent",
        tags,
        summary: "Write down that it was sent, with the bank's reference; once",
      })
      .input(z.object({ id: idText, sentOn: dateText, reference: z.string().trim().min(2).max(80) }))
      .output(z.object({ id: z.string() })),
  },
}
