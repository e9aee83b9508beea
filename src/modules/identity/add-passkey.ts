import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server"
import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { MOST_PASSKEYS, passkeySite } from "./passkey-site.ts"
import { passkeys } from "./sign-in-tables.ts"
import { strengthenSession } from "./strengthen-session.ts"
import { takeChallenge } from "./take-challenge.ts"

export interface PasskeyWish {
  readonly personId: string
  /** In which it is made: whoever made it there has just shown it. */
  readonly sessionId: string
  readonly name: string
  readonly response: RegistrationResponseJSON
}

export async function addPasskey(ctx: Context, wish: PasskeyWish): Promise<void> {
  const credential = await readCredential(ctx, wish)
  const held = await ctx.db.$count(passkeys, eq(passkeys.personId, wish.personId))
  if (!credential || held >= MOST_PASSKEYS) return identityRefusals.refuse("identity.passkey_refused")
  await ctx.db.insert(passkeys).values({
    id: ctx.newId("pky"),
    personId: wish.personId,
    name: wish.name,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: credential.transports ?? [],
    createdAt: sql`now()` as never,
  })
  await strengthenSession(ctx, wish)
  await announce(ctx, securityChanged, { personId: wish.personId, change: "passkey-added" })
  return undefined
}

async function readCredential(ctx: Context, { personId, response }: PasskeyWish) {
  const { origin, rpId } = passkeySite(await getSettings(ctx))
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(ctx, challenge, `register ${personId}`),
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    })
    return verified ? registrationInfo?.credential : undefined
  } catch (error) {
    // The library throws for every answer that is not in order: to us that is a "no", with its reason in the log.
    return identityRefusals.refuse("identity.passkey_refused", {}, { because: String(error), cause: error })
  }
}
