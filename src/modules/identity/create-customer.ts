import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Language } from "#kit/refusal.ts"
import { createPerson } from "./create-person.ts"
import { customerCreated } from "./events.ts"
import { accounts, members } from "./tables.ts"

export interface CustomerWish {
  readonly name: string
  readonly email: string
  /** From `hashPassword`, made before the transaction was opened. */
  readonly passwordHash: string
  readonly language: Language
  readonly country: string
  readonly company?: string | undefined
  readonly taxId?: string | undefined
  readonly addressLines?: readonly string[] | undefined
}

/** A person with a password and an account that person owns. A known e-mail address is refused. */
export async function createCustomer(
  ctx: Context,
  wish: CustomerWish,
): Promise<{ personId: string; accountId: string }> {
  const personId = await createPerson(ctx, wish)
  const accountId = ctx.newId("acc")
  const createdAt = ctx.clock.now()
  await ctx.db.insert(accounts).values({
    id: accountId,
    kind: wish.company ? "business" : "consumer",
    name: wish.company || wish.name,
    personName: wish.name,
    email: wish.email.toLowerCase(),
    language: wish.language,
    country: wish.country,
    company: wish.company || null,
    taxId: wish.taxId || null,
    addressLines: [...(wish.addressLines ?? [])],
    createdAt,
  })
  await ctx.db.insert(members).values({ id: ctx.newId("mem"), personId, accountId, role: "owner", createdAt })
  await announce(ctx, customerCreated, { personId, accountId })
  return { personId, accountId }
}
