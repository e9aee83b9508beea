import { generateRegistrationOptions } from "@simplewebauthn/server"
import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { getPerson } from "./get-person.ts"
import { keepChallenge } from "./keep-challenge.ts"
import { MOST_PASSKEYS, passkeySite } from "./passkey-site.ts"
import { passkeys } from "./sign-in-tables.ts"

export type RegistrationAsked = Awaited<ReturnType<typeof generateRegistrationOptions>>

export async function beginPasskeyRegistration(ctx: Context, personId: string): Promise<RegistrationAsked> {
  const person = await getPerson(ctx, personId)
  const { rpId, rpName } = passkeySite(await getSettings(ctx))
  const held = await ctx.db
    .select({ id: passkeys.credentialId })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .limit(MOST_PASSKEYS)
  const asked = await generateRegistrationOptions({
    rpName,
    rpID: rpId,
    userID: new TextEncoder().encode(personId),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: "none",
    excludeCredentials: held,
    // Kept in the authenticator, so that it can be used without typing an address first.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
  await keepChallenge(ctx, asked.challenge, `register ${personId}`)
  return asked
}
