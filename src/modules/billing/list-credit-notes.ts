import { and, asc, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type CreditNote, isCreditWithin, readCreditNote } from "./credit-note-rows.ts"
import { creditNotes } from "./tables.ts"

/** The credit notes of an invoice, in the order in which they were issued. */
export async function listCreditNotes(ctx: Context, reach: Reach, invoiceId: string): Promise<CreditNote[]> {
  const rows = await ctx.db
    .select()
    .from(creditNotes)
    .where(and(eq(creditNotes.invoiceId, invoiceId), isCreditWithin(reach)))
    .orderBy(asc(creditNotes.issuedAt), asc(creditNotes.sequence))
    .limit(200)
  return rows.map(readCreditNote)
}
