import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { identityRefusals } from "./errors.ts"
import { people, signInMethods } from "./tables.ts"

export interface PersonWish {
  readonly name: string
  readonly email: string
  /** Absent for whoever comes in through another house. */
  readonly passwordHash?: string
  readonly language: Language
  readonly phone?: string | null
  readonly currency?: Currency | null
  /** Whoever made the row has seen that the address is theirs. */
  readonly isEmailVerified?: boolean
}

export async function createPerson(ctx: Context, wish: PersonWish): Promise<string> {
  const id = ctx.newId("per")
  const now = ctx.clock.now()
  const made = await ctx.db
    .insert(people)
    .values({
      id,
      name: wish.name,
      email: wish.email.toLowerCase(),
      language: wish.language,
      phone: wish.phone ?? null,
      currency: wish.currency ?? null,
      emailVerified: wish.isEmailVerified ?? false,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: people.id })
  // Where a form asks for a new person it calls the field so.
  if (made.length === 0) identityRefusals.refuse("identity.email_taken", {}, { field: "person/email" })
  if (wish.passwordHash === undefined) return id
  await ctx.db.insert(signInMethods).values({
    id: ctx.newId("sim"),
    userId: id,
    providerId: "credential",
    accountId: id,
    password: wish.passwordHash,
    createdAt: now,
    updatedAt: now,
  })
  return id
}
