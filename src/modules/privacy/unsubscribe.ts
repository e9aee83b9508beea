import { getConsents, saveConsents } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { readUnsubscribeToken } from "#notifications"
import { privacyRefusals } from "./errors.ts"

/** By the link in an advertisement, without a sign-in; pressed twice it says the same. A mail confirms it. */
export async function unsubscribe(ctx: Context, keyring: Keyring, token: string): Promise<void> {
  const personId = readUnsubscribeToken(keyring, ctx.tenant, token)
  if (!personId) return privacyRefusals.refuse("privacy.unsubscribe_link_wrong")
  const held = await getConsents(ctx, personId)
  await saveConsents(ctx, personId, { ...held, marketingMail: false }, "mail-link")
}
