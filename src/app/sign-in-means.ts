import { createAccessGate, createBreachCheck, type SignInMeans } from "#identity"
import { createRateLimit } from "#kit/rate-limit.ts"
import type { VatLimits } from "#tax"
import type { Ground } from "./ground.ts"

export interface SignInChoices {
  /** Where passwords are looked up among stolen ones. */
  readonly breachedPasswordsUrl: string
  /** Where the keys of a Cloudflare Access team are; the stand-in has them elsewhere. */
  readonly accessTeamUrl?: (team: string) => string
  /** Off only for measuring and trials. */
  readonly rateLimits: boolean
}

/** Thirty mails an hour set off from one network address: a household, a café, and no flood. */
const LETTERS_AN_HOUR = 30

/** A business with a few companies, and nobody who tries numbers. */
const VAT_QUESTIONS_AN_HOUR = 10

export function openSignInMeans(ground: Ground, choices: SignInChoices): SignInMeans & VatLimits {
  const { keyring, outside, log, allowPrivate } = ground
  const baseUrl = choices.breachedPasswordsUrl
  return {
    keyring,
    access: createAccessGate({
      outside,
      log,
      allowPrivate,
      teamUrl: choices.accessTeamUrl ?? ((team) => `https://${team}.cloudflareaccess.com`),
    }),
    breaches: createBreachCheck({ outside, log, baseUrl, allowPrivate }),
    ...(choices.rateLimits
      ? {
          letters: createRateLimit({ limit: LETTERS_AN_HOUR, windowSeconds: 3_600 }),
          vatQuestions: createRateLimit({ limit: VAT_QUESTIONS_AN_HOUR, windowSeconds: 3_600 }),
        }
      : {}),
  }
}
