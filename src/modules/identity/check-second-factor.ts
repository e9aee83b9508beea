import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { hashRecoveryCode, readRecoveryCode } from "./recovery-code.ts"
import { secretPlace } from "./second-factor.ts"
import { recoveryCodes, secondFactors } from "./sign-in-tables.ts"
import { findTotpStep } from "./totp.ts"

/** Which of the two it was, or nothing. Either works once: the same code a second later is a copy. */
export async function checkSecondFactor(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly personId: string; readonly code: string },
): Promise<"second-factor" | "recovery-code" | undefined> {
  const code = wish.code.replace(/\s/g, "")
  if (/^\d{6}$/.test(code)) return checkTotp(ctx, keyring, { personId: wish.personId, code })
  const recovery = readRecoveryCode(wish.code)
  if (!recovery) return undefined
  const used = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.personId, wish.personId),
        eq(recoveryCodes.hash, hashRecoveryCode(recovery)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return used.length > 0 ? "recovery-code" : undefined
}

async function checkTotp(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly personId: string; readonly code: string },
): Promise<"second-factor" | undefined> {
  // Locked: of the same code sent twice at once, the second must see the first one's step.
  const [factor] = await ctx.db
    .select({
      id: secondFactors.id,
      secretSealed: secondFactors.secretSealed,
      lastStep: secondFactors.lastStep,
      nowSeconds: sql<number>`extract(epoch from clock_timestamp())::float8`,
    })
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, wish.personId), isNotNull(secondFactors.confirmedAt)))
    .limit(1)
    .for("update")
  if (!factor) return undefined
  const secret = keyring.open(secretPlace(ctx.tenant, wish.personId), factor.secretSealed)
  const step = await findTotpStep(secret, wish.code, factor)
  if (step === undefined) return undefined
  await ctx.db.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.id, factor.id))
  return "second-factor"
}
