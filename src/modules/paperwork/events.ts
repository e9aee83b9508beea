import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

/** Staff offered a customer something at a price. */
export const quoteSent = defineEvent("quote.sent", z.object({ quoteId: z.string(), accountId: z.string() }))
export const quoteAnswered = defineEvent(
  "quote.answered",
  z.object({ quoteId: z.string(), accountId: z.string(), answer: z.enum(["accepted", "declined"]) }),
)

/** Staff asked a customer for something they had written by hand. */
export const draftSent = defineEvent(
  "draft.sent",
  z.object({ draftId: z.string(), requestId: z.string(), accountId: z.string() }),
)
