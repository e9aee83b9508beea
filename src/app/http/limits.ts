import type { Actor } from "#kit/context.ts"
import { createRateLimit, type RateLimit, type RateLimitAnswer } from "#kit/rate-limit.ts"
import { requestRefusals } from "#kit/serve/errors.ts"

export interface Limits {
  /** Counts one call of the API and writes the headers; refuses when it is one too many. */
  countCall(caller: { readonly actor: Actor; readonly address: string }, headers: Headers): void
  countPage(address: string): void
  /** Steps that name no e-mail address: a second factor, a passkey, a link, a proof. */
  countStep(address: string): void
  /** Before a password is looked at. Call the answer when it was right: then it does not count. */
  countSignIn(attempt: { readonly address: string; readonly email: string }): () => void
}

/** Per process, in memory: a second process allows as much again, and a restart forgets. */
export function createLimits(isOn: boolean): Limits {
  if (!isOn)
    return { countCall: () => {}, countPage: () => {}, countStep: () => {}, countSignIn: () => () => {} }
  const keyMinute = limiter(100, 60)
  const keyHour = limiter(1_000, 3_600)
  const people = limiter(300, 60)
  const visitors = limiter(120, 60)
  const pages = limiter(600, 60)
  const signInsByAddress = limiter(30, 300)
  const signInsByMail = limiter(10, 300)
  const steps = limiter(60, 300)
  return {
    countCall: ({ actor, address }, headers) => {
      const verdicts =
        "apiKeyId" in actor && actor.apiKeyId !== undefined
          ? [keyMinute.take(actor.apiKeyId), keyHour.take(actor.apiKeyId)]
          : "personId" in actor
            ? [people.take(actor.personId)]
            : [visitors.take(address)]
      const tightest = verdicts.reduce((first, second) => (isTighter(second, first) ? second : first))
      writeHeaders(headers, tightest)
      refuseIfOver(tightest)
    },
    countPage: (address) => refuseIfOver(pages.take(address)),
    countStep: (address) => refuseIfOver(steps.take(address)),
    countSignIn: ({ address, email }) => {
      const mail = email.trim().toLowerCase()
      refuseIfOver(signInsByAddress.take(address))
      refuseIfOver(signInsByMail.take(mail))
      return () => {
        signInsByAddress.giveBack(address)
        signInsByMail.giveBack(mail)
      }
    },
  }
}

/** A flood of made-up addresses costs some 5 MB before it makes us forget anybody. */
const MOST_KEYS = 50_000

function limiter(limit: number, windowSeconds: number): RateLimit {
  return createRateLimit({ limit, windowSeconds, maxKeys: MOST_KEYS })
}

function isTighter(one: RateLimitAnswer, other: RateLimitAnswer): boolean {
  if (one.allowed !== other.allowed) return !one.allowed
  return one.remaining / one.limit < other.remaining / other.limit
}

function writeHeaders(headers: Headers, verdict: RateLimitAnswer): void {
  headers.set("ratelimit-limit", String(verdict.limit))
  headers.set("ratelimit-remaining", String(verdict.remaining))
  headers.set("ratelimit-reset", String(verdict.resetSeconds))
}

function refuseIfOver(verdict: RateLimitAnswer): void {
  if (verdict.allowed) return
  const seconds = verdict.resetSeconds
  requestRefusals.refuse("request.too_many", { seconds }, { retryAfterSeconds: seconds })
}
