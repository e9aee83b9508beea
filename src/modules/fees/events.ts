import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

/** An invoice is late for so long that its fee was asked for, by a request of its own. */
export const lateFeeCharged = defineEvent(
  "late_fee.charged",
  z.object({ invoiceId: z.string(), requestId: z.string(), accountId: z.string() }),
)
