import { z } from "zod"
import { contract, instantText, pageOf, spanPageInput } from "#kit/contract.ts"

export const auditEntryShape = z.object({
  id: z.string(),
  at: instantText,
  /** "operations.retry", "billing.invoice-issued": module and act. */
  act: z.string(),
  actor: z.object({
    kind: z.string(),
    id: z.string(),
    name: z.string().nullable(),
    /** The member of staff who acted as this customer. */
    impersonatorId: z.string().nullable(),
    impersonatorName: z.string().nullable(),
  }),
  subjectId: z.string(),
  /** A number, a name, a host name: null where it has none, or is gone. */
  subjectName: z.string().nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the reason speaks of, by the name that stands in it. */
  mentions: z.array(z.object({ id: z.string(), name: z.string() })),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  requestId: z.string().nullable(),
})

export const auditContract = {
  entries: {
    list: contract
      .route({ method: "GET", path: "/audit", tags: ["audit"], summary: "Who did what, before and after" })
      .input(
        spanPageInput.extend({
          act: z.string().max(80).optional(),
          subjectId: z.string().max(48).optional(),
          actorId: z.string().max(80).optional(),
        }),
      )
      .output(pageOf(auditEntryShape)),
  },
}
