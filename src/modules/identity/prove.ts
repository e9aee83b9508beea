import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { checkSecondFactor } from "./check-second-factor.ts"
import { identityRefusals } from "./errors.ts"
import { forgiveTurn } from "./forgive-turn.ts"
import { doorGuard } from "./guard.ts"
import { verifyPassword } from "./password.ts"
import { requireOwnSession } from "./require-own-session.ts"
import { actAt, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { staffRefusals } from "./staff-errors.ts"
import { strengthenSession } from "./strengthen-session.ts"
import { sessions, signInMethods } from "./tables.ts"
import { takeTurn } from "./take-turn.ts"
import { tellSessionNews } from "./tell-session-news.ts"
import { type PasskeyAnswer, verifyPasskey } from "./verify-passkey.ts"

/** Any one of them: what somebody who only found the browser open does not have. */
export type Proof =
  | { readonly password: string }
  | { readonly code: string }
  | { readonly passkey: PasskeyAnswer }

export async function prove(deps: SignInDeps, site: SignInSite, proof: Proof): Promise<void> {
  const session = await requireOwnSession(deps, site)
  const { personId } = session
  const door = `proof ${personId}`
  await actAt(deps, site, ({ db }) => takeTurn(db, [{ subject: door, kind: doorGuard }]))
  if ("password" in proof && session.needsMore) staffRefusals.refuse("identity.second_factor_unshown")
  if ("password" in proof) await checkPassword(deps, site, personId, proof.password)
  const passkeyOf = "passkey" in proof ? await verifyPasskey(deps, site, proof.passkey) : undefined
  if (passkeyOf && passkeyOf.personId !== personId) identityRefusals.refuse("identity.passkey_refused")
  await actAt(deps, site, async (ctx) => {
    if ("code" in proof && !(await checkSecondFactor(ctx, deps.keyring, { personId, code: proof.code }))) {
      identityRefusals.refuse("identity.code_wrong", {}, { field: "code" })
    }
    await forgiveTurn(ctx.db, door)
    await recordProof(ctx, { sessionId: session.id, personId })
    if (!("password" in proof)) await strengthenSession(ctx, { sessionId: session.id, personId })
  })
}

/** Hashing holds no transaction. */
async function checkPassword(deps: SignInDeps, site: SignInSite, personId: string, password: string) {
  const kept = await actAt(deps, site, async (ctx) => {
    const [row] = await ctx.db
      .select({ hash: signInMethods.password })
      .from(signInMethods)
      .where(and(eq(signInMethods.userId, personId), eq(signInMethods.providerId, "credential")))
      .limit(1)
    return row?.hash
  })
  if (!kept || !(await verifyPassword(password, kept))) {
    identityRefusals.refuse("identity.password_wrong", {}, { field: "password" })
  }
}

async function recordProof(ctx: Context, wish: { sessionId: string; personId: string }): Promise<void> {
  await ctx.db.update(sessions).set({ provedAt: sql`now()` }).where(eq(sessions.id, wish.sessionId))
  await tellSessionNews(ctx, wish.personId)
}
