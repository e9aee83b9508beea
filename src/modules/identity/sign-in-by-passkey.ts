import { arrive } from "./arrive.ts"
import type { CameIn, SignInDeps, SignInSite } from "./sign-in-house.ts"
import { type PasskeyAnswer, verifyPasskey } from "./verify-passkey.ts"

/** First and alone: it is something they have and, by its own check of finger, face or code, something they are or know. */
export async function signInByPasskey(
  deps: SignInDeps,
  site: SignInSite,
  answer: PasskeyAnswer,
): Promise<CameIn> {
  const person = await verifyPasskey(deps, site, answer)
  return arrive(deps, site, { ...person, way: "passkey" })
}
