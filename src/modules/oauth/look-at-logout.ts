import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { oauthRefusals } from "./errors.ts"
import { openLogout } from "./request-seal.ts"

/** For the page that asks whether somebody really wants to be signed out. */
export async function lookAtLogout(
  ctx: Context,
  keyring: Keyring,
  asked: string,
): Promise<{ clientName: string | null; returnsTo: string | null }> {
  const request = openLogout(keyring, ctx.tenant, asked)
  if (!request) return oauthRefusals.refuse("oauth.request_over", {}, { because: "its seal is not ours" })
  const { clientName, redirectTo } = request
  return { clientName, returnsTo: redirectTo === null ? null : new URL(redirectTo).host }
}
