import type { Context } from "#kit/context.ts"
import { getPerson } from "./get-person.ts"
import { requestLink } from "./request-link.ts"

/**
 * Nothing changes yet: a link goes to the new address, and what counts as confirmed stays what was confirmed. Whether
 * anybody has that address is asked when the mail is made, so the answer is the same for all.
 */
export async function requestEmailChange(
  ctx: Context,
  wish: { readonly personId: string; readonly email: string },
): Promise<{ sentTo: string }> {
  const email = wish.email.trim().toLowerCase()
  const { language } = await getPerson(ctx, wish.personId)
  await requestLink(ctx, { kind: "change-email", email, language, personId: wish.personId })
  return { sentTo: email }
}
