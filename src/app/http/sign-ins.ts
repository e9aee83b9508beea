import {
  type AccountClaim,
  type ActorRequest,
  type ActorResolver,
  type CameIn,
  identityRefusals,
  type PasskeyAnswer,
  type PasskeyAsked,
  type Proof,
  type Resolved,
  type SecondFactorWish,
  type SignIn,
} from "#identity"
import { Refusal } from "#kit/refusal.ts"
import type { Visit } from "./edge.ts"
import type { Limits } from "./limits.ts"

/** Coming in and going out, for the pages' forms and the HTTP endpoints alike: counted, then carried out. */
export interface SignIns {
  signIn(visit: Visit, headers: Headers, credentials: Wish): Promise<Entered>
  answerSecondFactor(visit: Visit, headers: Headers, wish: SecondFactorWish): Promise<Entered>
  beginPasskey(visit: Visit, headers: Headers): Promise<PasskeyAsked>
  signInByPasskey(visit: Visit, headers: Headers, answer: PasskeyAnswer): Promise<Entered>
  signInByLink(visit: Visit, headers: Headers, token: string): Promise<Entered>
  /** For whoever another house has vouched for. */
  signInAs(visit: Visit, headers: Headers, person: { personId: string; email: string }): Promise<Entered>
  proveAs(visit: Visit, headers: Headers, personId: string): Promise<void>
  prove(visit: Visit, headers: Headers, proof: Proof): Promise<void>
  changePassword(visit: Visit, headers: Headers, password: string): Promise<Entered>
  signOut(visit: Visit, headers: Headers): Promise<{ cookies: string[] }>
}

export interface Wish {
  readonly email: string
  readonly password: string
  readonly isRemembered?: boolean
}

export interface Entered {
  readonly cookies: string[]
  /** Nobody yet, when a second factor is asked for. */
  readonly resolved: Resolved
  readonly needsSecondFactor: boolean
}

export interface SignInsDeps {
  readonly signIn: SignIn
  readonly resolver: ActorResolver
  readonly limits: Limits
  readonly claim: (tenant: string, claim: AccountClaim) => Promise<boolean>
}

export function createSignIns(deps: SignInsDeps): SignIns {
  const { signIn, limits } = deps
  const step = async (visit: Visit, headers: Headers, run: () => Promise<CameIn>): Promise<Entered> => {
    limits.countStep(visit.address)
    return enter(deps, visit, headers, await run())
  }
  return {
    signIn: async (visit, headers, wish) => {
      const forgive = limits.countSignIn({ address: visit.address, email: wish.email })
      const came = await forgiveBusy(forgive, () => signIn.signIn(siteOf(visit, headers), wish))
      forgive()
      return enter(deps, visit, headers, came)
    },
    answerSecondFactor: (visit, headers, wish) =>
      step(visit, headers, () => signIn.answerSecondFactor(siteOf(visit, headers), wish)),
    beginPasskey: async (visit, headers) => {
      limits.countStep(visit.address)
      return signIn.beginPasskey(siteOf(visit, headers))
    },
    signInByPasskey: (visit, headers, answer) =>
      step(visit, headers, () => signIn.signInByPasskey(siteOf(visit, headers), answer)),
    signInByLink: (visit, headers, token) =>
      step(visit, headers, () => signIn.signInByLink(siteOf(visit, headers), token)),
    signInAs: (visit, headers, person) =>
      step(visit, headers, () => signIn.signInAs(siteOf(visit, headers), person)),
    proveAs: async (visit, headers, personId) => {
      await signIn.proveAs(siteOf(visit, headers), personId)
      forget(deps, visit, headers)
    },
    prove: async (visit, headers, proof) => {
      limits.countStep(visit.address)
      await signIn.prove(siteOf(visit, headers), proof)
      forget(deps, visit, headers)
    },
    changePassword: (visit, headers, password) =>
      step(visit, headers, async () => {
        const changed = await signIn.changePassword(siteOf(visit, headers), password)
        forget(deps, visit, headers)
        return changed
      }),
    signOut: async (visit, headers) => {
      const { setCookies } = await signIn.signOut(siteOf(visit, headers))
      forget(deps, visit, headers)
      return { cookies: setCookies }
    },
  }
}

function asked({ tenant, isSecure, address }: Visit, headers: Headers): ActorRequest {
  return { tenant: tenant.id, isSecure, address, headers }
}

function forget(deps: SignInsDeps, visit: Visit, headers: Headers): void {
  deps.resolver.forgetSession(asked(visit, headers))
}

/** Whom the cookies that were just made stand for, with an order they brought along. */
async function enter(deps: SignInsDeps, visit: Visit, headers: Headers, came: CameIn): Promise<Entered> {
  const { setCookies, needsSecondFactor, facts } = came
  const fresh = new Headers({ cookie: setCookies.map((one) => one.split(";")[0]).join("; ") })
  const request = asked(visit, fresh)
  const resolved = await deps.resolver.resolve(request, facts)
  const isMore = await claimOrder(deps, visit, headers, resolved)
  if (isMore) deps.resolver.forgetSession(request)
  return {
    cookies: setCookies,
    needsSecondFactor,
    resolved: isMore ? await deps.resolver.resolve(request) : resolved,
  }
}

/** Who ordered before signing in, with the address they have here, finds the order in their account. */
async function claimOrder(
  deps: SignInsDeps,
  visit: Visit,
  headers: Headers,
  { actor, person }: Resolved,
): Promise<boolean> {
  if (actor.kind !== "customer" || !person) return false
  const tenant = visit.tenant.id
  const cart = new Headers({ cookie: headers.get("cookie") ?? "" })
  const before = await deps.resolver.resolve(asked(visit, cart))
  const [accountId] = before.actor.kind === "buyer" ? before.actor.accountIds : []
  if (!accountId) return false
  return deps.claim(tenant, { accountId, personId: actor.personId, email: person.email })
}

/** Turned away because the house was full, not because the password was wrong: that is not held against anyone. */
async function forgiveBusy<Result>(forgive: () => void, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.declaration === identityRefusals.declarations.sign_in_busy)
      forgive()
    throw error
  }
}

function siteOf(visit: Visit, headers: Headers) {
  return {
    tenant: visit.tenant.id,
    origin: visit.origin,
    address: visit.address,
    country: visit.country,
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
    cookies: headers.get("cookie"),
  }
}
