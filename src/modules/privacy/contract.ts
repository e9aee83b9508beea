import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

export const exportStates = ["asked", "ready", "failed", "expired"] as const
export const erasureStates = ["waiting", "held", "erasing", "done", "withdrawn"] as const

export const exportShape = z.object({
  id: z.string(),
  personId: z.string(),
  state: z.enum(exportStates),
  /** Done by staff, for this reason. */
  reason: z.string().nullable(),
  bytes: z.number().int().nullable(),
  downloads: z.number().int(),
  createdAt: instantText,
  expiresAt: instantText.nullable(),
})

/** Something that stands against an erasure now; `name` is what its owner knows it by. */
export const obstacleShape = z.object({
  kind: z.enum(["service", "payment-request", "order", "payment", "operation", "team", "staff"]),
  id: z.string(),
  name: z.string(),
})

export const erasureShape = z.object({
  id: z.string(),
  personId: z.string(),
  state: z.enum(erasureStates),
  reason: z.string().nullable(),
  createdAt: instantText,
  /** Until then it can be taken back. */
  dueAt: instantText,
  obstacles: z.array(obstacleShape),
  withdrawnAt: instantText.nullable(),
  doneAt: instantText.nullable(),
})

/** For lists of many people: who it is about, as long as anybody knows. */
const named = { personName: z.string().nullable() }
export const exportRowShape = exportShape.extend(named)
export const erasureRowShape = erasureShape.extend(named)

/** What an erasure means, table by table, in the reader's words. */
export const meaningShape = z.object({
  goes: z.array(z.string()),
  stays: z.array(z.object({ what: z.string(), basis: z.string(), until: instantText.nullable() })),
})

/** One consent, given or taken back: the newest of a purpose is what holds. */
export const consentFactShape = z.object({
  purpose: z.string(),
  isGiven: z.boolean(),
  basis: z.string(),
  version: z.string(),
  /** Where it was said: "sign-up", "portal", "mail-link"; "unanswered" where silence took it back. */
  place: z.string(),
  at: instantText,
})

export const standingShape = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  consents: z.array(consentFactShape),
  /** What may be sent now. */
  held: z.object({
    marketingMail: z.boolean(),
    marketingSms: z.boolean(),
    marketingKakao: z.boolean(),
    night: z.boolean(),
  }),
  /** Texts that are newer than what they last agreed to. */
  pending: z.array(z.object({ purpose: z.enum(["terms", "privacy"]), version: z.string() })),
  exports: z.array(exportShape),
  erasures: z.array(erasureShape),
  obstacles: z.array(obstacleShape),
  meaning: meaningShape,
  graceDays: z.number().int(),
})

/** One rule of the table of retention, as it holds for this shop today. Periods in ISO 8601. */
export const retentionShape = z.object({
  id: z.string(),
  what: z.string(),
  basis: z.string(),
  /** Whose rule it is: "KR", or "*" where the country has none of its own here. */
  country: z.string(),
  from: z.string(),
  keep: z.string(),
  usual: z.string(),
  atLeast: z.string(),
  atMost: z.string(),
  /** A sweep forgets what is over; the others are kept in place under a lock. */
  isSwept: z.boolean(),
  run: z
    .object({
      at: instantText,
      before: instantText,
      rows: z.number().int(),
      total: z.number().int(),
      isUnfinished: z.boolean(),
    })
    .nullable(),
})

const tags = ["privacy"]
const one = z.object({ id: idText })
const done = z.object({ done: z.literal(true) })
const reason = z.string().trim().min(3).max(500)

export const privacyContract = {
  own: {
    get: contract
      .route({
        method: "GET",
        path: "/privacy",
        tags,
        summary: "What is held about you, and what you asked for",
      })
      .output(standingShape),
    requestExport: contract
      .route({ method: "POST", path: "/privacy/exports", tags, summary: "A copy of everything about you" })
      .output(exportShape),
    download: contract
      .route({ method: "GET", path: "/privacy/exports/{id}/file", tags, summary: "The copy, as a zip file" })
      .input(one)
      .output(z.file()),
    requestErasure: contract
      .route({
        method: "POST",
        path: "/privacy/erasure",
        tags,
        summary: "Be forgotten, after a while to think",
      })
      .output(erasureShape),
    withdrawErasure: contract
      .route({ method: "DELETE", path: "/privacy/erasure", tags, summary: "Take the wish back" })
      .output(done),
  },
  undo: {
    /** The mailed link is the proof: whoever did not ask may not even have a session. */
    withdraw: contract
      .route({
        method: "POST",
        path: "/erasure-undo",
        tags,
        summary: "Take an erasure back by the mailed link",
      })
      .input(z.object({ token: z.string().min(20).max(200) }))
      .output(done),
    /** As mail programs do it with one click (RFC 8058): no session, no question. */
    unsubscribe: contract
      .route({ method: "POST", path: "/unsubscribe", tags, summary: "No more advertising by mail" })
      .input(z.object({ token: z.string().max(200) }))
      .output(done),
  },
  people: {
    get: contract
      .route({
        method: "GET",
        path: "/people/{id}/privacy",
        tags,
        summary: "Consents, copies and erasures of one",
      })
      .input(one)
      .output(standingShape),
    requestExport: contract
      .route({
        method: "POST",
        path: "/people/{id}/exports",
        tags,
        summary: "A copy for somebody who asked staff",
      })
      .input(one.extend({ reason }))
      .output(exportShape),
    requestErasure: contract
      .route({
        method: "POST",
        path: "/people/{id}/erasure",
        tags,
        summary: "Forget somebody who asked staff",
      })
      .input(one.extend({ reason }))
      .output(erasureShape),
    withdrawErasure: contract
      .route({
        method: "DELETE",
        path: "/people/{id}/erasure",
        tags,
        summary: "Take their wish back for them",
      })
      .input(one)
      .output(done),
  },
  retention: {
    list: contract
      .route({
        method: "GET",
        path: "/retention",
        tags,
        summary: "How long what is kept, why, and what went last",
      })
      .output(z.object({ items: z.array(retentionShape) })),
    change: contract
      .route({
        method: "PUT",
        path: "/retention",
        tags,
        summary: "Keep it longer or shorter, within the law",
      })
      .input(
        z.object({
          id: z.string().min(1).max(60),
          keep: z.string().regex(/^P[1-9][0-9]{0,3}[DMY]$/),
        }),
      )
      .output(done),
  },
  exports: {
    list: contract
      .route({ method: "GET", path: "/data-exports", tags, summary: "Copies that were asked for" })
      .input(pageInput)
      .output(pageOf(exportRowShape)),
  },
  erasures: {
    list: contract
      .route({ method: "GET", path: "/erasures", tags, summary: "Wishes to be forgotten" })
      .input(pageInput.extend({ state: z.enum(erasureStates).optional() }))
      .output(pageOf(erasureRowShape)),
  },
}
