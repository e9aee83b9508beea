import { generateAuthenticationOptions } from "@simplewebauthn/server"
import { getSettings } from "#tenancy"
import { keepChallenge } from "./keep-challenge.ts"
import { passkeySite } from "./passkey-site.ts"
import { actAt, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

export type PasskeyAsked = Awaited<ReturnType<typeof generateAuthenticationOptions>>

/** Names nobody: the passkey itself says whose it is, so there is nothing to learn about an address. */
export async function beginPasskey(deps: SignInDeps, site: SignInSite): Promise<PasskeyAsked> {
  return actAt(deps, site, async (ctx) => {
    const { rpId } = passkeySite(await getSettings(ctx))
    const asked = await generateAuthenticationOptions({ rpID: rpId, userVerification: "required" })
    await keepChallenge(ctx, asked.challenge, "sign-in")
    return asked
  })
}
