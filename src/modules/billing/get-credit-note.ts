import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type CreditNote, isCreditWithin, readCreditNote } from "./credit-note-rows.ts"
import { billingRefusals } from "./errors.ts"
import { creditNotes } from "./tables.ts"

/** With its text, to be printed. */
export async function getCreditNote(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<CreditNote & { readonly content: string; readonly contentHash: string }> {
  const [row] = await ctx.db
    .select()
    .from(creditNotes)
    .where(and(eq(creditNotes.id, id), isCreditWithin(reach)))
  if (!row) return billingRefusals.refuse("billing.credit_note_missing", { creditNoteId: id })
  return { ...readCreditNote(row), content: row.content, contentHash: row.contentHash }
}
