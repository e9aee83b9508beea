import { getAccount, listInvoiceContacts } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"

export interface PaperRecipient {
  readonly name: string
  readonly email: string
  readonly language: Language
  /** Of whoever keeps the account's books; null: the account itself. */
  readonly contactId: string | null
}

/** Who gets the papers of an account: itself, and whoever keeps its books. Of a merged one, whom it was merged into. */
export async function listPaperRecipients(ctx: Context, accountId: string): Promise<PaperRecipient[]> {
  const own = await getAccount(ctx, accountId)
  const account = own.mergedIntoId ? await getAccount(ctx, own.mergedIntoId) : own
  const { personName: name, email, language } = account
  const contacts = await listInvoiceContacts(ctx, account.id)
  return [
    { name, email, language, contactId: null },
    ...contacts
      .filter((contact) => contact.email !== email)
      .map(({ id: contactId, ...contact }) => ({ ...contact, contactId })),
  ]
}
