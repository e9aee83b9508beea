import { announce } from "#kit/events/announce.ts"
import { refuseBreached } from "./breach-check.ts"
import { endSessions } from "./end-sessions.ts"
import { identityRefusals } from "./errors.ts"
import { passwordChanged } from "./events.ts"
import { hashPassword } from "./password.ts"
import { requireOwnSession } from "./require-own-session.ts"
import { rotateSession } from "./rotate-session.ts"
import { setPassword } from "./set-password.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

/** For whoever has just shown who they are; the present password is one way to do that. */
export async function changePassword(deps: SignInDeps, site: SignInSite, password: string): Promise<CameIn> {
  const session = await requireOwnSession(deps, site)
  if (!session.isProved || session.needsMore) identityRefusals.refuse("identity.proof_needed")
  await refuseBreached(deps.breaches, password, "password")
  const passwordHash = await hashPassword(password)
  const { personId } = session
  const token = await actAt(deps, site, async (ctx) => {
    await setPassword(ctx, { personId, passwordHash })
    await endSessions(ctx, { personId, keep: session.id })
    await announce(ctx, passwordChanged, { personId })
    return rotateSession(ctx, { sessionId: session.id, personId })
  })
  return { setCookies: cookiesOf(deps, site).setSession(token), needsSecondFactor: false }
}
