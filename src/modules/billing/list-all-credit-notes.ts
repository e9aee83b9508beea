import { and, eq } from "drizzle-orm"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { type CreditNote, isCreditWithin, readCreditNote } from "./credit-note-rows.ts"
import type { CreditCause } from "./invoice.ts"
import { creditNotes, invoices } from "./tables.ts"

export interface ListedCreditNote extends CreditNote {
  readonly invoiceNumber: string
  /** As it stood on the invoice. */
  readonly accountName: string
  /** For colleagues. */
  readonly reason: string
}

export interface CreditNoteFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly number?: string | undefined
  readonly cause?: CreditCause | undefined
}

/** Everything that was ever taken back, newest first. */
export async function listAllCreditNotes(
  ctx: Context,
  reach: Reach,
  filter: CreditNoteFilter,
): Promise<Page<ListedCreditNote>> {
  const { after, orderBy } = keysetOf(filter, creditNotes.issuedAt, creditNotes.id)
  const rows = await ctx.db
    .select({ note: creditNotes, invoiceNumber: invoices.number, accountName: invoices.accountName })
    .from(creditNotes)
    .innerJoin(
      invoices,
      and(eq(invoices.tenantId, creditNotes.tenantId), eq(invoices.id, creditNotes.invoiceId)),
    )
    .where(
      and(
        isCreditWithin(reach),
        filter.accountId ? eq(creditNotes.accountId, filter.accountId) : undefined,
        filter.number ? beginsWith(creditNotes.number, filter.number.trim().toUpperCase()) : undefined,
        filter.cause ? eq(creditNotes.cause, filter.cause) : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ note }) => [note.issuedAt.toString(), note.id])
  return {
    next: page.next,
    items: page.items.map(({ note, ...beside }) => ({
      ...readCreditNote(note),
      ...beside,
      reason: note.reason,
    })),
  }
}
