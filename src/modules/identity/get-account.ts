import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { identityRefusals } from "./errors.ts"
import { type accountKinds, accounts } from "./tables.ts"

/** An account as other modules use it: who is billed, in which language, where. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly kind: (typeof accountKinds)[number]
  readonly email: string
  readonly personName: string
  readonly language: Language
  readonly country: string
  readonly company: string | null
  readonly taxId: string | null
  readonly addressLines: readonly string[]
  readonly phone: string | null
  /** It was a duplicate; whoever looks for it is led there. */
  readonly mergedIntoId: string | null
  readonly createdAt: Temporal.Instant
}

/** For modules that already hold the id from a row of their own; people's requests go through a Reach. */
export async function getAccount(ctx: Context, id: string): Promise<Account> {
  const [row] = await ctx.db.select().from(accounts).where(eq(accounts.id, id)).limit(1)
  if (!row) return identityRefusals.refuse("identity.account_missing", { id })
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    email: row.email,
    personName: row.personName,
    language: row.language,
    country: row.country,
    company: row.company,
    taxId: row.taxId,
    addressLines: row.addressLines,
    phone: row.phone,
    mergedIntoId: row.mergedIntoId,
    createdAt: row.createdAt,
  }
}
