import { z } from "zod"
import { defineEvent } from "../events/events.ts"

/** Work stopped and needs a person. */
export const workStuck = defineEvent(
  "work.stuck",
  z.object({ operationId: z.string(), name: z.string(), why: z.string() }),
)

/** Work gave up or was taken back, and everything it had done is undone. */
export const workUndone = defineEvent(
  "work.undone",
  z.object({ operationId: z.string(), name: z.string(), why: z.string().nullable() }),
)
