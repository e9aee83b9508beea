import type { Context as HonoContext } from "hono"
import { breakConnection, type Fault, hang, pause } from "./stand-in-faults.ts"

/** What the gateway's API can be told to do wrong. */
export const cardCallFaults = {
  slow: "answers after a while",
  timeout: "does nothing and never answers",
  timeout_after_success: "does it, then never answers",
  reset: "breaks the connection, nothing done",
  reset_after_success: "does it, then breaks the connection",
  error_500: "500, nothing done",
  error_500_after_success: "does it, then answers 500",
  garbage: "200 with something that is no JSON, nothing done",
  garbage_after_success: "does it, then answers nonsense",
  rate_limit: "429 with Retry-After",
  refuse: "403, the key may not do that",
} as const

/** What can go wrong with its notices. */
export const cardNoticeFaults = {
  notice_duplicate: "sends the notice three times",
  notice_delayed: "sends it only after the delay, so that later ones overtake it",
  notice_forged: "a stranger sends one first, signed with a wrong secret",
  notice_lost: "never sends it",
} as const

export type CardFault = keyof typeof cardCallFaults | keyof typeof cardNoticeFaults
export const cardFaults = { ...cardCallFaults, ...cardNoticeFaults }

export const cardCallKinds = [
  "checkouts.create",
  "checkouts.read",
  "checkouts.find",
  "refunds.create",
  "refunds.find",
  "charges.list",
  "setups.create",
  "setups.find",
  "setups.read",
  "payments.create",
  "payments.find",
  "methods.detach",
] as const
export type CardCallKind = (typeof cardCallKinds)[number]

/** Under this name the notices' own faults are kept. */
export const NOTICE_KIND = "notices.send"

export const LONGEST_SILENCE_MS = 120_000

/** A fault that strikes before anything is done. Undefined: go on. */
export async function spoilBefore(c: HonoContext, { fault, delayMs }: Fault): Promise<Response | undefined> {
  switch (fault) {
    case "slow":
      await pause(delayMs, c.req.raw.signal)
      return undefined
    case "timeout":
      return hang(c, LONGEST_SILENCE_MS)
    case "reset":
      return breakConnection(c)
    case "error_500":
      return internalError(c)
    case "garbage":
      return c.html("<html><body>Welcome to nginx!</body></html>", 200)
    case "rate_limit":
      c.header("Retry-After", String(Math.max(1, Math.ceil(delayMs / 1_000))))
      return c.json({ error: { code: "rate_limited", message: "Too many requests." } }, 429)
    case "refuse":
      return c.json({ error: { code: "not_permitted", message: "This key may not do that." } }, 403)
    default:
      return undefined
  }
}

/** A fault that strikes when all is done: what a lost answer looks like. Undefined: answer. */
export async function spoilAfter(c: HonoContext, { fault }: Fault): Promise<Response | undefined> {
  switch (fault) {
    case "timeout_after_success":
      return hang(c, LONGEST_SILENCE_MS)
    case "reset_after_success":
      return breakConnection(c)
    case "error_500_after_success":
      return internalError(c)
    case "garbage_after_success":
      return c.body('{"id":"cs_', 200, { "content-type": "application/json" })
    default:
      return undefined
  }
}

function internalError(c: HonoContext): Response {
  return c.json({ error: { code: "internal", message: "Something went wrong on our side." } }, 500)
}
