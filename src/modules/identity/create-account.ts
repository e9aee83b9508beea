import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { accounts } from "./tables.ts"
import { planTaxNumber } from "./vat-number.ts"

export interface AccountWish {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly country: string
  readonly company?: string | undefined
  /** As it is kept: "+821012345678". */
  readonly phone?: string | null | undefined
  readonly taxId?: string | undefined
  readonly addressLines?: readonly string[] | undefined
}

/** Who buys and is billed; nobody acts for it yet. */
export async function createAccount(ctx: Context, wish: AccountWish): Promise<string> {
  const id = ctx.newId("acc")
  const taxId = planTaxNumber(wish.country, wish.taxId ?? "", "taxId") || null
  await ctx.db.insert(accounts).values({
    id,
    // Who buys with a tax number buys for a business, also one without a name of its own.
    kind: wish.company || taxId ? "business" : "consumer",
    name: wish.company || wish.name,
    personName: wish.name,
    email: wish.email.trim().toLowerCase(),
    language: wish.language,
    country: wish.country,
    company: wish.company || null,
    phone: wish.phone ?? null,
    taxId,
    addressLines: [...(wish.addressLines ?? [])],
    createdAt: ctx.clock.now(),
  })
  return id
}
