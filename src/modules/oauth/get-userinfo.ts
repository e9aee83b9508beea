import { getPerson, listParts } from "#identity"
import type { Context } from "#kit/context.ts"
import { oauthRefusals } from "./errors.ts"
import { findLivingFamily } from "./find-living-family.ts"

/** What the person allowed this program to know, as it is now. */
export async function getUserinfo(ctx: Context, accessToken: string): Promise<Record<string, unknown>> {
  const living = await findLivingFamily(ctx, accessToken)
  if (!living) return oauthRefusals.refuse("oauth.invalid_token")
  const { family, scopes } = living
  if (!scopes.includes("openid")) oauthRefusals.refuse("oauth.insufficient_scope")
  const person = await getPerson(ctx, family.personId)
  const updatedAt = Math.floor(person.updatedAt.epochMilliseconds / 1_000)
  return {
    sub: person.id,
    ...(scopes.includes("profile")
      ? { name: person.name, locale: person.language, updated_at: updatedAt }
      : {}),
    ...(scopes.includes("email") ? { email: person.email, email_verified: person.emailVerified } : {}),
    ...(scopes.includes("accounts") ? await describeParts(ctx, person.id) : {}),
  }
}

async function describeParts(ctx: Context, personId: string) {
  const { accounts, staffRole } = await listParts(ctx, personId)
  return { accounts, staff_role: staffRole }
}
