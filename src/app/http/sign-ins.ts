import {
  type AccountClaim,
  type ActorResolver,
  identityRefusals,
  type Resolved,
  type SignIn,
} from "#identity"
import { Refusal } from "#kit/refusal.ts"
import type { Visit } from "./edge.ts"
import type { Limits } from "./limits.ts"

/** Coming in and going out, for the pages' forms and the HTTP endpoints alike: counted, then carried out. */
export interface SignIns {
  signIn(
    visit: Visit,
    headers: Headers,
    credentials: Wish,
  ): Promise<{ cookies: string[]; resolved: Resolved }>
  signOut(visit: Visit, headers: Headers): Promise<{ cookies: string[] }>
}

export interface Wish {
  readonly email: string
  readonly password: string
  readonly isRemembered?: boolean
}

export function createSignIns(deps: {
  readonly signIn: SignIn
  readonly resolver: ActorResolver
  readonly limits: Limits
  readonly claim: (tenant: string, claim: AccountClaim) => Promise<boolean>
}): SignIns {
  return {
    signIn: async (visit, headers, wish) => {
      const forgive = deps.limits.countSignIn({ address: visit.address, email: wish.email })
      const { setCookies } = await forgiveBusy(forgive, () =>
        deps.signIn.signIn(siteOf(visit, headers), wish),
      )
      forgive()
      const cookie = setCookies.map((one) => one.split(";")[0]).join("; ")
      const { isSecure } = visit
      const tenant = visit.tenant.id
      const ask = () => deps.resolver.resolve({ tenant, isSecure, headers: new Headers({ cookie }) })
      const resolved = await ask()
      const isMore = await claimOrder(deps, visit, headers, resolved)
      if (isMore) deps.resolver.forgetSession({ tenant, isSecure, headers: new Headers({ cookie }) })
      return { cookies: setCookies, resolved: isMore ? await ask() : resolved }
    },
    signOut: async (visit, headers) => {
      const { setCookies } = await deps.signIn.signOut(siteOf(visit, headers), headers.get("cookie"))
      const { isSecure } = visit
      deps.resolver.forgetSession({ tenant: visit.tenant.id, isSecure, headers })
      return { cookies: setCookies }
    },
  }
}

/** Who ordered before signing in, with the address they have here, finds the order in their account. */
async function claimOrder(
  deps: Pick<Parameters<typeof createSignIns>[0], "resolver" | "claim">,
  visit: Visit,
  headers: Headers,
  { actor, person }: Resolved,
): Promise<boolean> {
  if (actor.kind !== "customer" || !person) return false
  const tenant = visit.tenant.id
  const before = await deps.resolver.resolve({
    tenant,
    isSecure: visit.isSecure,
    headers: withoutKey(headers),
  })
  const [accountId] = before.actor.kind === "buyer" ? before.actor.accountIds : []
  if (!accountId) return false
  return deps.claim(tenant, { accountId, personId: actor.personId, email: person.email })
}

function withoutKey(headers: Headers): Headers {
  return new Headers({ cookie: headers.get("cookie") ?? "" })
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
    userAgent: headers.get("user-agent") ?? "",
  }
}
