import type { Clock } from "#kit/clock.ts"
import type { Context, Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import type { NewId } from "#kit/id.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { SessionFacts } from "./actor-facts.ts"
import type { BreachCheck } from "./breach-check.ts"

/** Where someone signs in: one tenant under one of its own names. */
export interface SignInSite {
  readonly tenant: string
  /** "https://shop.example": cookies are bound to it. */
  readonly origin: string
  /** Of the caller, as our own server saw it. */
  readonly address: string
  /** "KR", when a proxy of our own said so. */
  readonly country?: string | undefined
  readonly userAgent: string
  readonly cookies: string | null
}

export interface SignInDeps {
  readonly database: Database
  readonly clock: Clock
  /** The current one first: it signs the cookies. Older ones still open what they signed. */
  readonly secrets: readonly string[]
  readonly keyring: Keyring
  readonly breaches: BreachCheck
  readonly newId: NewId
  readonly log: Log
}

/** What a step of signing in answers: cookies to set, and whether another step is asked for. */
export interface CameIn {
  readonly setCookies: string[]
  readonly needsSecondFactor: boolean
  /** Of whoever has just been let in: nobody has to ask again who that is. */
  readonly facts?: SessionFacts
}

/** One short transaction as the house itself: nobody is signed in yet. */
export function actAt<Result>(
  deps: SignInDeps,
  site: Pick<SignInSite, "tenant">,
  body: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const { clock, newId, log } = deps
  const actor = { kind: "system", name: "sign-in", permissions: new Set<string>() } as const
  return deps.database.transact(site.tenant, (db) =>
    body({ tenant: site.tenant, db, clock, newId, log, actor, language: "en" }),
  )
}

export function isSecure(site: SignInSite): boolean {
  return site.origin.startsWith("https://")
}
