import { oc } from "@orpc/contract"
import { z } from "zod"
import { currencyCodes } from "./money.ts"
import { MOST_COUNTED } from "./most-counted.ts"

/** Where every contract starts. Browser-safe: shapes and routes only, no server code. */
export const contract = oc

export const moneyShape = z
  .object({ minor: z.string().regex(/^-?\d{1,18}$/), currency: z.enum(currencyCodes) })
  .meta({ id: "Money", description: "Minor units as text (KRW has none), with their currency." })

export const instantText = z.string().meta({ format: "date-time" })
export const dateText = z.string().meta({ format: "date" })
export const idText = z.string().min(5).max(48)

/** Lists: keyset paging everywhere; `next` goes back in as `after`. */
export const pageInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(400).optional(),
})

/** Lists by time can begin at either end of it. */
export const timedPageInput = pageInput.extend({ order: z.enum(["newest", "oldest"]).optional() })

const whenText = z.iso.datetime({ offset: true })

/** And hold only what came between two moments: from the first on, and before the second. */
export const spanPageInput = timedPageInput.extend({ since: whenText.optional(), until: whenText.optional() })

export const boundedCount = z
  .number()
  .int()
  .max(MOST_COUNTED + 1)
  .meta({ description: "Counted up to 10,000; 10,001 stands for more than that." })

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** What keeps work from going on, in few enough kinds that people learn them. */
export const troubleKinds = [
  "unreachable",
  "unanswered",
  "busy",
  "denied",
  "declined",
  "unsafe",
  "pending",
  "undecided",
  "lost",
  "fault",
] as const

/** The same for people, in the reader's language. */
export const troubleShape = z.object({
  kind: z.enum(troubleKinds),
  says: z.string(),
  /** What to do now; nothing where it goes on by itself. */
  advice: z.string().nullable(),
})

/** One thing of what is going on, as every progress stream sends it. */
export const progressShape = z
  .object({
    operationId: z.string().nullable(),
    state: z.enum(["queued", "running", "waiting", "stuck", "done", "undoing", "undone", "closed", "none"]),
    steps: z.array(
      z.object({
        name: z.string(),
        state: z.enum(["planned", "running", "waiting", "done", "failed", "undone"]),
        startedAt: instantText.nullable(),
        endedAt: instantText.nullable(),
        attempts: z.number().int(),
      }),
    ),
    /** For people: the step's own words, already in the reader's language. */
    words: z.string().nullable(),
    /** Of work on many things, instead of a step for each. */
    counts: z
      .object({ done: z.number().int(), failed: z.number().int(), total: z.number().int() })
      .nullable(),
    at: instantText,
  })
  .meta({ id: "Progress" })
