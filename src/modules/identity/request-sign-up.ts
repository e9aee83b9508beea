import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { type ConsentWish, planConsents } from "./consent.ts"
import { identityRefusals } from "./errors.ts"
import { findPolicy } from "./find-policy.ts"
import { findTextVersions } from "./find-text-versions.ts"
import { readPhone } from "./phone.ts"
import { requestLink } from "./request-link.ts"
import { signUps } from "./sign-in-tables.ts"

export interface SignUpWish {
  readonly name: string
  readonly email: string
  /** From `hashPassword`, made before the transaction was opened. */
  readonly passwordHash: string
  readonly phone?: string | undefined
  readonly country: string
  readonly language: Language
  readonly currency?: Currency | undefined
  readonly consents: ConsentWish
  /** Opened by a checkout: whoever shows the address to be theirs gets it. */
  readonly accountId?: string
  /** Where the form has its fields: checkout puts them below "person/". */
  readonly fieldsBelow?: string
}

/** The same answer and the same work for an address that is known and one that is not; the mail tells them apart. */
export async function requestSignUp(ctx: Context, wish: SignUpWish): Promise<{ sentTo: string }> {
  const { name, passwordHash, country, language, consents, fieldsBelow = "" } = wish
  const email = wish.email.trim().toLowerCase()
  const policy = await findPolicy(ctx)
  if (policy.needsPrivacyTick && !consents.privacy) {
    identityRefusals.refuse("identity.privacy_unread", {}, { field: `${fieldsBelow}consents/privacy` })
  }
  const phone = wish.phone ? readPhone(wish.phone, country) : null
  if (phone === undefined)
    identityRefusals.refuse("identity.phone_wrong", {}, { field: `${fieldsBelow}phone` })
  const id = ctx.newId("sup")
  await ctx.db.insert(signUps).values({
    id,
    email,
    name,
    passwordHash,
    phone,
    country,
    language,
    currency: wish.currency ?? null,
    accountId: wish.accountId ?? null,
    consents: planConsents(consents, await findTextVersions(ctx)),
    createdAt: ctx.clock.now(),
  })
  await requestLink(ctx, { kind: "confirm-address", email, language, signUpId: id })
  return { sentTo: email }
}
