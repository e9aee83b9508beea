import { and, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { isCreditWithin } from "./credit-note-rows.ts"
import { creditNotes, invoices } from "./tables.ts"

const MOST = 5_000

/** The numbers of invoices and credit notes by their ids; what is neither isn't in the answer. */
export async function listDocumentNumbers(
  ctx: Context,
  reach: Reach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const isWithin = reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined
  const issued = await ctx.db
    .select({ id: invoices.id, number: invoices.number })
    .from(invoices)
    .where(and(inArray(invoices.id, [...ids]), isWithin))
    .limit(MOST)
  const credited = await ctx.db
    .select({ id: creditNotes.id, number: creditNotes.number })
    .from(creditNotes)
    .where(and(inArray(creditNotes.id, [...ids]), isCreditWithin(reach)))
    .limit(MOST)
  return new Map([...issued, ...credited].map(({ id, number }) => [id, number]))
}
