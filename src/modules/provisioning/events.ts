import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

const service = z.object({ serviceId: z.string(), accountId: z.string(), orderId: z.string().nullable() })

export const serviceActivated = defineEvent("service.activated", service)

export const serviceNeedsAttention = defineEvent(
  "service.needs_attention",
  service.extend({ operationId: z.string().nullable(), why: z.string() }),
)

/** The building was taken back: nothing of it stands any more. */
export const serviceBuildUndone = defineEvent("service.build_undone", service)

export const serviceEnded = defineEvent("service.ended", service)
