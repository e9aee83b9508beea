import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { checkSecondFactor } from "./check-second-factor.ts"
import { identityRefusals } from "./errors.ts"
import { findSession } from "./find-session.ts"
import { forgiveTurn } from "./forgive-turn.ts"
import { doorGuard } from "./guard.ts"
import { letIn } from "./let-in.ts"
import { hashToken } from "./session-cookie.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { sessions } from "./tables.ts"
import { takeTurn } from "./take-turn.ts"

export interface SecondFactorWish {
  /** Six digits of the app, or one of the recovery codes. */
  readonly code: string
  readonly isTrusted: boolean
}

/** The second half of a sign-in. The session goes on under another secret: the half one opens nothing any more. */
export async function answerSecondFactor(
  deps: SignInDeps,
  site: SignInSite,
  wish: SecondFactorWish,
): Promise<CameIn> {
  const cookies = cookiesOf(deps, site)
  const token = cookies.token()
  const session = token ? await actAt(deps, site, (ctx) => findSession(ctx, hashToken(token))) : undefined
  if (!session || session.isAdmitted) return identityRefusals.refuse("identity.second_step_over")
  const { personId, email } = session
  const door = `factor ${personId}`
  await actAt(deps, site, ({ db }) => takeTurn(db, [{ subject: door, kind: doorGuard }]))
  const deviceId = cookies.device(email)
  const { userAgent, address, country } = site
  const came = await actAt(deps, site, async (ctx) => {
    const way = await checkSecondFactor(ctx, deps.keyring, { personId, code: wish.code })
    if (!way) return identityRefusals.refuse("identity.code_wrong", {}, { field: "code" })
    await forgiveTurn(ctx.db, door)
    await holdHalfSession(ctx, session.id)
    return letIn(ctx, {
      sessionId: session.id,
      personId,
      way,
      deviceId,
      userAgent,
      address,
      country,
      isTrusted: wish.isTrusted,
      isRemembered: cookies.isRemembered(),
    })
  })
  if (came.needsSecondFactor) throw new Error("A second factor was shown, and is asked for again.")
  const setCookies = [...cookies.setSession(came.token), cookies.setDevice(email, came.deviceId)]
  return { setCookies, needsSecondFactor: false, facts: came.facts }
}

/** Whoever ends all sessions at this moment ends this one too: it is not brought back by what completes it. */
async function holdHalfSession(ctx: Context, sessionId: string): Promise<void> {
  const [held] = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.admittedAt)))
    .for("update")
  if (!held) identityRefusals.refuse("identity.second_step_over")
}
