import { asc, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { profileShape } from "./member-contract.ts"
import { accountAddresses, billingContacts, taxIds } from "./member-tables.ts"
import { getAccountView } from "./queries.ts"
import { accounts } from "./tables.ts"

export type ProfileView = z.infer<typeof profileShape>

/** As many as can be saved, and a few more in case the bound was once higher. */
const MOST_PARTS = 20

/** How an account is billed: whose name, where, with which numbers, and who else is told. */
export async function getProfile(ctx: Context, reach: Reach, id: string): Promise<ProfileView> {
  const { id: accountId, name } = await getAccountView(ctx, reach, id)
  const [row] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId)).limit(1)
  if (!row) throw new Error(`Account ${accountId} was there a moment ago.`)
  const numbers = await ctx.db
    .select({ country: taxIds.country, number: taxIds.number })
    .from(taxIds)
    .where(eq(taxIds.accountId, accountId))
    .orderBy(asc(taxIds.country))
    .limit(MOST_PARTS)
  const contacts = await ctx.db
    .select()
    .from(billingContacts)
    .where(eq(billingContacts.accountId, accountId))
    .orderBy(asc(billingContacts.email))
    .limit(MOST_PARTS)
  const addresses = await ctx.db
    .select()
    .from(accountAddresses)
    .where(eq(accountAddresses.accountId, accountId))
    .orderBy(asc(accountAddresses.label))
    .limit(MOST_PARTS)
  return {
    accountId,
    name,
    kind: row.kind,
    personName: row.personName,
    company: row.company,
    email: row.email,
    phone: row.phone,
    language: row.language,
    country: row.country,
    addressLines: row.addressLines,
    purchaseOrder: row.purchaseOrder,
    // Accounts from before the list have their one number on the row itself.
    taxIds: numbers.length === 0 && row.taxId ? [{ country: row.country, number: row.taxId }] : numbers,
    contacts: contacts.map((one) => ({
      name: one.name,
      email: one.email,
      language: one.language,
      getsInvoices: one.getsInvoices,
    })),
    addresses: addresses.map((one) => ({ label: one.label, lines: [...one.lines], country: one.country })),
  }
}
