import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

/** Somebody changed something of a tenant: what the audit, which comes later in the house, says about it. */
export const tenancyActed = defineEvent(
  "tenancy.acted",
  z.object({
    act: z.string(),
    subjectId: z.string(),
    accountId: z.null(),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    actorKind: z.string(),
    actorId: z.string(),
    impersonatorId: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
)
