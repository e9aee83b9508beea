import { z } from "zod"
import { troubleKinds } from "../contract.ts"
import { defineEvent } from "../events/events.ts"

/** Work stopped and needs a person. */
export const workStuck = defineEvent(
  "work.stuck",
  z.object({
    operationId: z.string(),
    name: z.string(),
    why: z.string(),
    /** Missing in what was announced before kinds were told apart. */
    trouble: z.enum(troubleKinds).optional(),
  }),
)

/** Work gave up or was taken back, and everything it had done is undone. */
export const workUndone = defineEvent(
  "work.undone",
  z.object({ operationId: z.string(), name: z.string(), why: z.string().nullable() }),
)
