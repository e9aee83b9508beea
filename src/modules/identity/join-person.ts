import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { claimOrders } from "./claim-orders.ts"
import { type ConsentWish, planConsents } from "./consent.ts"
import { createPerson } from "./create-person.ts"
import { identityRefusals } from "./errors.ts"
import { findPolicy } from "./find-policy.ts"
import { findTextVersions } from "./find-text-versions.ts"
import { openOwnAccount } from "./open-own-account.ts"
import { consents } from "./sign-in-tables.ts"

export interface JoinWish {
  readonly name: string
  /** Shown to be theirs by a house that the shop trusts with it. */
  readonly email: string
  readonly country: string
  readonly language: Language
  readonly consents: ConsentWish
}

/** A person without a password: what a confirmed sign-up does, where somebody else has confirmed the address. */
export async function joinPerson(ctx: Context, wish: JoinWish): Promise<string> {
  const { name, email, country, language } = wish
  const { needsPrivacyTick } = await findPolicy(ctx)
  if (needsPrivacyTick && !wish.consents.privacy) {
    identityRefusals.refuse("identity.privacy_unread", {}, { field: "consents/privacy" })
  }
  const personId = await createPerson(ctx, { name, email, language, isEmailVerified: true })
  const at = ctx.clock.now()
  const facts = planConsents(wish.consents, await findTextVersions(ctx))
  await ctx.db.insert(consents).values(facts.map((fact) => ({ id: ctx.newId("con"), personId, ...fact, at })))
  const claimed = await claimOrders(ctx, personId, email)
  if (claimed === 0) await openOwnAccount(ctx, { personId, name, email, language, country, phone: null })
  return personId
}
