import { createKeyring } from "#kit/secrets.ts"
import type { SignInMeans } from "./sign-in-router.ts"

export { actorFromSession } from "./actor-facts.ts"
export { findPersonFacts, noteKeyUse } from "./actor-queries.ts"
export { isApiKey, makeApiKey } from "./api-key.ts"
export { actorFromImpersonation } from "./impersonation.ts"
export { memberRoles } from "./member-role.ts"
export { totpCode } from "./totp.ts"

/** Nothing outside: no password counts as stolen, no proxy vouches for anybody, and mails may be set off without end. */
export function signInMeansForTests(): SignInMeans {
  return {
    keyring: createKeyring({ current: "k1", keys: { k1: new Uint8Array(32).fill(7) } }),
    breaches: async () => false,
    access: { judge: async () => ({ isIn: false, because: "unreachable", why: "no proxy in these trials" }) },
  }
}
