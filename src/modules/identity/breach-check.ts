import { createHash } from "node:crypto"
import type { Log } from "#kit/context.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { identityRefusals } from "./errors.ts"

/** Whether a password stands in a known collection of stolen ones. */
export type BreachCheck = (password: string) => Promise<boolean>

export interface BreachCheckOptions {
  readonly outside: Outside
  readonly log: Log
  /** "https://api.pwnedpasswords.com", or our stand-in. */
  readonly baseUrl: string
  readonly allowPrivate: boolean
}

/** Where the collection can't be asked, signing up must go on: it takes a second at most, and then the answer is "no". */
const TIMEOUT_MS = 1_000

/**
 * By hash range (k-anonymity): five of forty characters of the hash leave the house, some 800 candidates come back, padded
 * so that not even their number tells anything. Neither the password nor its hash does.
 */
export function createBreachCheck(options: BreachCheckOptions): BreachCheck {
  const host = options.outside.host({
    name: "breached passwords",
    baseUrl: options.baseUrl,
    timeoutMs: TIMEOUT_MS,
    allowPrivate: options.allowPrivate,
  })
  return async (password) => {
    const hash = createHash("sha1").update(password).digest("hex").toUpperCase()
    try {
      const answer = await host.call({
        method: "GET",
        path: `/range/${hash.slice(0, 5)}`,
        headers: { "add-padding": "true" },
        retries: 0,
      })
      return answer.status === 200 && hasSuffix(answer.text, hash.slice(5))
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error
      options.log.warn({ error: error.message }, "breached passwords could not be asked for")
      return false
    }
  }
}

/** "SUFFIX:COUNT" a line; padding has the count 0. */
function hasSuffix(text: string, suffix: string): boolean {
  return text.split("\n").some((line) => {
    const [candidate, count] = line.trim().split(":")
    return candidate === suffix && count !== "0"
  })
}

export async function refuseBreached(check: BreachCheck, password: string, field: string): Promise<void> {
  if (await check(password)) identityRefusals.refuse("identity.password_breached", {}, { field })
}
