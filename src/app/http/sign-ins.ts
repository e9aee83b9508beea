import { type ActorResolver, identityRefusals, type Resolved, type SignIn } from "#identity"
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
}): SignIns {
  return {
    signIn: async (visit, headers, wish) => {
      const forgive = deps.limits.countSignIn({ address: visit.address, email: wish.email })
      const { setCookies } = await forgiveBusy(forgive, () =>
        deps.signIn.signIn(siteOf(visit, headers), wish),
      )
      forgive()
      const cookie = setCookies.map((one) => one.split(";")[0]).join("; ")
      const { isSecure, address } = visit
      const tenant = visit.tenant.id
      const resolved = await deps.resolver.resolve({
        tenant,
        isSecure,
        address,
        headers: new Headers({ cookie }),
      })
      return { cookies: setCookies, resolved }
    },
    signOut: async (visit, headers) => {
      const { setCookies } = await deps.signIn.signOut(siteOf(visit, headers), headers.get("cookie"))
      const { isSecure } = visit
      deps.resolver.forgetSession({ tenant: visit.tenant.id, isSecure, headers })
      return { cookies: setCookies }
    },
  }
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
