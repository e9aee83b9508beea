import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type CreditNote, isCreditWithin, readCreditNote } from "./credit-note-rows.ts"
import { creditNotes } from "./tables.ts"

/** The one that was made for this reason, if it was made already. */
export async function findCreditNote(
  ctx: Context,
  reach: Reach,
  by: { readonly invoiceId: string; readonly key: string },
): Promise<CreditNote | undefined> {
  const [row] = await ctx.db
    .select()
    .from(creditNotes)
    .where(and(eq(creditNotes.invoiceId, by.invoiceId), eq(creditNotes.key, by.key), isCreditWithin(reach)))
  return row && readCreditNote(row)
}
