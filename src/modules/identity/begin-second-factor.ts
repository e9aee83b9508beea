import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings } from "#tenancy"
import { identityRefusals } from "./errors.ts"
import { getPerson } from "./get-person.ts"
import { secretPlace } from "./second-factor.ts"
import { secondFactors } from "./sign-in-tables.ts"
import { describeTotpSecret, makeTotpSecret, totpAddress } from "./totp.ts"

/** A secret for the app, shown once. It counts only after a code has come back. */
export async function beginSecondFactor(
  ctx: Context,
  keyring: Keyring,
  personId: string,
): Promise<{ address: string; secret: string }> {
  const person = await getPerson(ctx, personId)
  const { name } = await getSettings(ctx)
  await ctx.db
    .delete(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNull(secondFactors.confirmedAt)))
  const secret = makeTotpSecret()
  const secretSealed = keyring.seal(secretPlace(ctx.tenant, personId), secret)
  const made = await ctx.db
    .insert(secondFactors)
    .values({ id: ctx.newId("sfa"), personId, secretSealed, lastStep: 0 })
    .onConflictDoNothing()
    .returning({ id: secondFactors.id })
  if (made.length === 0) identityRefusals.refuse("identity.second_factor_on")
  return { address: totpAddress(secret, name, person.email), secret: describeTotpSecret(secret) }
}
