import { endSessionOf } from "./end-session-of.ts"
import { type Entry, letIn } from "./let-in.ts"
import { hashToken } from "./session-cookie.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

export interface Arrival extends Pick<Entry, "personId" | "tries"> {
  readonly email: string
  readonly way: "password" | "passkey" | "link" | "provider"
  /** False: forgotten when the browser closes. Absent: as this browser wished last. */
  readonly isRemembered?: boolean
}

/** Somebody has shown who they are, in whatever way; let in, or asked for more. */
export async function arrive(deps: SignInDeps, site: SignInSite, arrival: Arrival): Promise<CameIn> {
  const { email, personId, way, tries } = arrival
  const cookies = cookiesOf(deps, site)
  const isRemembered = arrival.isRemembered ?? cookies.isRemembered()
  const { address, country, userAgent } = site
  const left = cookies.token()
  const deviceId = cookies.device(email)
  const entry = { personId, way, tries, deviceId, address, country, userAgent, isRemembered }
  const came = await actAt(deps, site, async (ctx) => {
    // Whoever comes in anew leaves the session they had: nobody can prepare one for them.
    if (left) await endSessionOf(ctx, hashToken(left))
    return letIn(ctx, entry)
  })
  const setCookies = cookies.setSession(came.token, isRemembered)
  if (came.needsSecondFactor) return { setCookies, needsSecondFactor: true }
  setCookies.push(cookies.setDevice(email, came.deviceId))
  return { setCookies, needsSecondFactor: false, facts: came.facts }
}
