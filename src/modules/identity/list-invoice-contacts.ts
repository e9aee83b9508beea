import { and, asc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { billingContacts } from "./member-tables.ts"

export interface InvoiceContact {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

const MOST_CONTACTS = 20

/** Who else is sent an account's receipts and invoices: for modules that hold the id from a row of their own. */
export async function listInvoiceContacts(ctx: Context, accountId: string): Promise<InvoiceContact[]> {
  return ctx.db
    .select({
      id: billingContacts.id,
      name: billingContacts.name,
      email: billingContacts.email,
      language: billingContacts.language,
    })
    .from(billingContacts)
    .where(and(eq(billingContacts.accountId, accountId), eq(billingContacts.getsInvoices, true)))
    .orderBy(asc(billingContacts.id))
    .limit(MOST_CONTACTS)
}
