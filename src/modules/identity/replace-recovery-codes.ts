import { and, eq, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { identityRefusals } from "./errors.ts"
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-code.ts"
import { recoveryCodes, secondFactors } from "./sign-in-tables.ts"

/** They stand in for the app, so there has to be one. Shown once; the earlier ones, used or not, are worth nothing from here on. */
export async function replaceRecoveryCodes(ctx: Context, personId: string): Promise<string[]> {
  const isOn = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt))
  if ((await ctx.db.$count(secondFactors, isOn)) === 0) identityRefusals.refuse("identity.second_factor_off")
  const codes = makeRecoveryCodes()
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: ctx.newId("rec"), personId, hash: hashRecoveryCode(code) })))
  return codes
}
