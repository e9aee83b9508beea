import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { accounts } from "./tables.ts"

export interface ManyAccountsWish {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly company: string | null
  readonly country: string
  readonly language: Language
}

/** As many rows as one statement takes comfortably. */
const BATCH = 500

/** Many at once, in sets; nobody acts for them yet. The ids come in the order of the wishes. */
export async function createAccounts(ctx: Context, wishes: readonly ManyAccountsWish[]): Promise<string[]> {
  const createdAt = ctx.clock.now()
  const rows = wishes.map(({ name, email, phone, company, country, language }) => ({
    id: ctx.newId("acc"),
    kind: company ? ("business" as const) : ("consumer" as const),
    name: company ?? name,
    personName: name,
    email: email.trim().toLowerCase(),
    language,
    country,
    company,
    phone,
    addressLines: [],
    createdAt,
  }))
  for (let from = 0; from < rows.length; from += BATCH) {
    await ctx.db.insert(accounts).values(rows.slice(from, from + BATCH))
  }
  return rows.map((row) => row.id)
}
