import { eventIterator } from "@orpc/contract"
import { z } from "zod"
import {
  contract,
  idText,
  instantText,
  pageOf,
  progressShape,
  spanPageInput,
  troubleShape,
} from "#kit/contract.ts"

export const operationStates = [
  "queued",
  "running",
  "waiting",
  "stuck",
  "done",
  "undoing",
  "undone",
  "closed",
] as const

export const operationShape = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  state: z.enum(operationStates),
  queue: z.string(),
  subjects: z.array(z.string()),
  /** What it is about, as people call it (null where it has no name, or is gone), and whose that is or who gets it. */
  about: z.array(z.object({ id: z.string(), name: z.string().nullable(), whose: z.string().nullable() })),
  currentStep: z.string().nullable(),
  /** What keeps it from going on, in the reader's language. */
  trouble: troubleShape.nullable(),
  /** The exact words of whatever failed, as they were spoken; or the reason with which it was closed. */
  why: z.string().nullable(),
  attempts: z.number().int(),
  startedAt: instantText,
  updatedAt: instantText,
  dueAt: instantText.nullable(),
  /** What the state and the kind allow now: the buttons. */
  can: z.object({ retry: z.boolean(), resume: z.boolean(), undo: z.boolean(), close: z.boolean() }),
})

export const operationCallShape = z.object({
  id: z.string(),
  at: instantText,
  attempt: z.number().int(),
  host: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().int().nullable(),
  outcome: z.string(),
  durationMs: z.number().int(),
  request: z.string().nullable(),
  answer: z.string().nullable(),
})

export const operationDetailShape = operationShape.extend({
  input: z.unknown(),
  closeReason: z.string().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      state: z.enum(["planned", "running", "waiting", "done", "failed", "undone"]),
      attempts: z.number().int(),
      startedAt: instantText.nullable(),
      endedAt: instantText.nullable(),
      output: z.unknown(),
      error: z.string().nullable(),
      canResume: z.boolean(),
      calls: z.array(operationCallShape),
    }),
  ),
})

const tags = ["operations"]
const one = z.object({ id: idText })

export const operationsContract = {
  kinds: contract
    .route({
      method: "GET",
      path: "/operation-kinds",
      tags,
      summary: "What kinds of work there are, in words",
    })
    .output(z.object({ items: z.array(z.object({ name: z.string(), title: z.string() })) })),
  list: contract
    .route({ method: "GET", path: "/operations", tags, summary: "Work that touches the outside" })
    .input(
      spanPageInput.extend({
        state: z.array(z.enum(operationStates)).max(8).optional(),
        name: z.string().max(80).optional(),
        subject: z.string().max(48).optional(),
      }),
    )
    .output(pageOf(operationShape)),
  get: contract
    .route({
      method: "GET",
      path: "/operations/{id}",
      tags,
      summary: "One operation with its steps and calls",
    })
    .input(one)
    .output(operationDetailShape),
  progress: contract
    .route({
      method: "GET",
      path: "/operations/{id}/progress",
      tags,
      summary: "Its progress, live (server-sent events)",
    })
    .input(one)
    .output(eventIterator(progressShape)),
  retry: contract
    .route({
      method: "PUT",
      path: "/operations/{id}/retry",
      tags,
      summary: "Try the step it stands at again",
    })
    .input(one)
    .output(operationDetailShape),
  resume: contract
    .route({
      method: "PUT",
      path: "/operations/{id}/resume",
      tags,
      summary: "Go on from a step, forgetting what came after",
    })
    .input(one.extend({ step: z.string().min(1).max(120) }))
    .output(operationDetailShape),
  undo: contract
    .route({
      method: "PUT",
      path: "/operations/{id}/undo",
      tags,
      summary: "Take back what was done, last step first",
    })
    .input(one.extend({ reason: z.string().trim().min(3).max(500) }))
    .output(operationDetailShape),
  close: contract
    .route({
      method: "PUT",
      path: "/operations/{id}/close",
      tags,
      summary: "Close it by hand, with a reason",
    })
    .input(one.extend({ reason: z.string().trim().min(3).max(500) }))
    .output(operationDetailShape),
}
