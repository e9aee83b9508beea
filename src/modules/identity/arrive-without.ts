import { beginAdmission } from "./begin-admission.ts"
import { openSession } from "./open-session.ts"
import { hashToken } from "./session-cookie.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

export interface WithoutPassword {
  readonly personId: string
  readonly email: string
  readonly way: "passkey" | "link" | "provider"
}

/** Somebody came in without a password: a session is made for them, and let in as any other. */
export async function arriveWithout(
  deps: SignInDeps,
  site: SignInSite,
  { personId, email, way }: WithoutPassword,
): Promise<CameIn> {
  const cookies = cookiesOf(deps, site)
  const { address, country, userAgent } = site
  const { token, admitted } = await actAt(deps, site, async (ctx) => {
    const session = await openSession(ctx, { personId, address, userAgent })
    const deviceId = cookies.device(email)
    const arriving = { tokenHash: hashToken(session.token), way, deviceId, userAgent, address, country }
    return { token: session.token, admitted: await beginAdmission(ctx, arriving) }
  })
  const setCookies = [cookies.setSession(token)]
  if (!admitted.needsSecondFactor) setCookies.push(cookies.setDevice(email, admitted.deviceId))
  return { setCookies, needsSecondFactor: admitted.needsSecondFactor }
}
