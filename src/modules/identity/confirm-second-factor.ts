import { and, eq, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Keyring } from "#kit/secrets.ts"
import { endSessions } from "./end-sessions.ts"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { replaceRecoveryCodes } from "./replace-recovery-codes.ts"
import { secretPlace } from "./second-factor.ts"
import { secondFactors } from "./sign-in-tables.ts"
import { strengthenSession } from "./strengthen-session.ts"
import { findTotpStep } from "./totp.ts"

/** The app has it: from now on a password alone opens nothing, and every other browser has to come in anew. */
export async function confirmSecondFactor(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly personId: string; readonly code: string; readonly keep: string },
): Promise<{ recoveryCodes: string[] }> {
  const [factor] = await ctx.db
    .select({
      id: secondFactors.id,
      secretSealed: secondFactors.secretSealed,
      nowSeconds: sql<number>`extract(epoch from clock_timestamp())::float8`,
    })
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, wish.personId), isNull(secondFactors.confirmedAt)))
    .limit(1)
    .for("update")
  if (!factor) return identityRefusals.refuse("identity.second_factor_off")
  const secret = keyring.open(secretPlace(ctx.tenant, wish.personId), factor.secretSealed)
  const { nowSeconds } = factor
  const step = await findTotpStep(secret, wish.code.replace(/\s/g, ""), { nowSeconds, lastStep: 0 })
  if (step === undefined) return identityRefusals.refuse("identity.code_wrong", {}, { field: "code" })
  await ctx.db
    .update(secondFactors)
    .set({ confirmedAt: sql`now()`, lastStep: step })
    .where(eq(secondFactors.id, factor.id))
  const codes = await replaceRecoveryCodes(ctx, wish.personId)
  await endSessions(ctx, { personId: wish.personId, keep: wish.keep })
  await strengthenSession(ctx, { sessionId: wish.keep, personId: wish.personId })
  await announce(ctx, securityChanged, { personId: wish.personId, change: "second-factor-on" })
  return { recoveryCodes: codes }
}
