import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-code.ts"
import { recoveryCodes } from "./sign-in-tables.ts"

/** Shown once; the earlier ones, used or not, are worth nothing from here on. */
export async function replaceRecoveryCodes(ctx: Context, personId: string): Promise<string[]> {
  const codes = makeRecoveryCodes()
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: ctx.newId("rec"), personId, hash: hashRecoveryCode(code) })))
  return codes
}
