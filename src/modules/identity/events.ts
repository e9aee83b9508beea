import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

export const customerCreated = defineEvent(
  "customer.created",
  z.object({ personId: z.string(), accountId: z.string() }),
)

export const apiKeyCreated = defineEvent(
  "api-key.created",
  z.object({
    apiKeyId: z.string(),
    accountId: z.string().nullable(),
    personId: z.string(),
    name: z.string(),
    start: z.string(),
    scopes: z.array(z.string()),
  }),
)

export const apiKeyRevoked = defineEvent(
  "api-key.revoked",
  z.object({ apiKeyId: z.string(), accountId: z.string().nullable(), personId: z.string() }),
)
