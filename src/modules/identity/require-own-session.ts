import { requestRefusals } from "#kit/serve/errors.ts"
import { type FoundSession, findSession } from "./find-session.ts"
import { hashToken } from "./session-cookie.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

/** The session of the cookie itself, and not what is remembered of it: for acts that change it. */
export async function requireOwnSession(deps: SignInDeps, site: SignInSite): Promise<FoundSession> {
  const token = cookiesOf(deps, site).token()
  const session = token ? await actAt(deps, site, (ctx) => findSession(ctx, hashToken(token))) : undefined
  return session?.isAdmitted ? session : requestRefusals.refuse("request.sign_in_needed")
}
