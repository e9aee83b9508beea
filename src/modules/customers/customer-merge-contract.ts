import { z } from "zod"
import { contract, idText, moneyShape } from "#kit/contract.ts"

/** Why two accounts can't become one now. */
export const mergeObstacles = ["work_running", "payment_running", "refund_running", "unpaid_invoice"] as const

export const mergePreviewShape = z.object({
  from: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  into: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** What moves to the surviving account. */
  moves: z.object({
    services: z.number().int(),
    orders: z.number().int(),
    openRequests: z.number().int(),
    people: z.number().int(),
    notes: z.number().int(),
    files: z.number().int(),
    tags: z.number().int(),
    fields: z.number().int(),
  }),
  /** What stays as it was issued; the surviving account reaches it. */
  stays: z.object({ invoices: z.number().int(), creditNotes: z.number().int() }),
  /** What ends: keys and open invitations of the account that goes. */
  ends: z.object({ keys: z.number().int(), invitations: z.number().int() }),
  /** Booked over in the ledger. */
  money: z.array(z.object({ kind: z.enum(["unapplied", "credit", "given", "held"]), amount: moneyShape })),
  obstacles: z.array(z.enum(mergeObstacles)),
})

const tags = ["customers"]
const pair = z.object({ id: idText, intoId: idText })

export const mergesContract = {
  preview: contract
    .route({
      method: "PUT",
      path: "/customers/{id}/merge-preview",
      tags,
      summary: "What would move if this customer became part of that one; changes nothing",
    })
    .input(pair)
    .output(mergePreviewShape),
  merge: contract
    .route({
      method: "PUT",
      path: "/customers/{id}/merge",
      tags,
      summary: "Make this customer part of that one, for good",
    })
    .input(pair.extend({ reason: z.string().trim().min(3).max(500) }))
    .output(z.object({ accountId: z.string() })),
}
