import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server"
import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { identityRefusals } from "./errors.ts"
import { getPerson } from "./get-person.ts"
import { passkeySite } from "./passkey-site.ts"
import { actAt, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { passkeys } from "./sign-in-tables.ts"
import { takeChallenge } from "./take-challenge.ts"

/** As the browser hands it over (PublicKeyCredential.toJSON). */
export type PasskeyAnswer = AuthenticationResponseJSON

/** Whose passkey signed our challenge; every "no" is the same. */
export async function verifyPasskey(
  deps: SignInDeps,
  site: SignInSite,
  answer: PasskeyAnswer,
): Promise<{ personId: string; email: string }> {
  return actAt(deps, site, async (ctx) => {
    const [passkey] = await ctx.db
      .select()
      .from(passkeys)
      .where(eq(passkeys.credentialId, answer.id))
      .limit(1)
      .for("update")
    const counter = passkey ? await checkSignature(ctx, answer, passkey) : undefined
    if (!passkey || counter === undefined) return identityRefusals.refuse("identity.passkey_refused")
    await ctx.db.update(passkeys).set({ counter, lastUsedAt: sql`now()` }).where(eq(passkeys.id, passkey.id))
    const { email } = await getPerson(ctx, passkey.personId)
    return { personId: passkey.personId, email }
  })
}

/** The new counter, or nothing. */
async function checkSignature(
  ctx: Context,
  response: PasskeyAnswer,
  passkey: typeof passkeys.$inferSelect,
): Promise<number | undefined> {
  const { origin, rpId } = passkeySite(await getSettings(ctx))
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(ctx, challenge, "sign-in"),
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch (error) {
    // The library throws for every answer that is not in order: to us that is a "no", with its reason in the log.
    return identityRefusals.refuse("identity.passkey_refused", {}, { because: String(error), cause: error })
  }
}
