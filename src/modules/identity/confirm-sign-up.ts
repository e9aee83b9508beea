import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { claimOrders } from "./claim-orders.ts"
import { createPerson } from "./create-person.ts"
import { findPerson } from "./find-person.ts"
import { openOwnAccount } from "./open-own-account.ts"
import { consents, signUps } from "./sign-in-tables.ts"
import { takeLink } from "./take-link.ts"

export interface ConfirmedSignUp {
  readonly email: string
  /** The address had a person before: their password stays as it was. */
  readonly wasKnown: boolean
}

/** The address is theirs: a person comes into being, and every order made with the address becomes that person's. */
export async function confirmSignUp(ctx: Context, keyring: Keyring, token: string): Promise<ConfirmedSignUp> {
  const link = await takeLink(ctx, keyring, { token, kind: "confirm-address" })
  const [signUp] = await ctx.db
    .select()
    .from(signUps)
    .where(eq(signUps.id, link.signUpId ?? ""))
    .limit(1)
  if (!signUp) throw new Error(`The link ${link.id} confirms nothing.`)
  const known = await findPerson(ctx, signUp.email)
  const personId = known?.id ?? (await beginPerson(ctx, signUp))
  const claimed = await claimOrders(ctx, personId, signUp.email)
  if (!known && claimed === 0) {
    const { name, email, language, country, phone } = signUp
    await openOwnAccount(ctx, { personId, name, email, language, country, phone })
  }
  await ctx.db.update(signUps).set({ doneAt: ctx.clock.now() }).where(eq(signUps.id, signUp.id))
  return { email: signUp.email, wasKnown: known !== undefined }
}

type SignUp = typeof signUps.$inferSelect

async function beginPerson(ctx: Context, signUp: SignUp): Promise<string> {
  const personId = await createPerson(ctx, {
    name: signUp.name,
    email: signUp.email,
    passwordHash: signUp.passwordHash,
    language: signUp.language,
    phone: signUp.phone,
    currency: signUp.currency,
    isEmailVerified: true,
  })
  // With the time at which they were given, which is not the time of the click.
  const facts = signUp.consents.map((fact) => ({
    id: ctx.newId("con"),
    personId,
    ...fact,
    at: signUp.createdAt,
  }))
  if (facts.length > 0) await ctx.db.insert(consents).values(facts)
  return personId
}
