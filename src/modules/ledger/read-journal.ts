import { inArray, sql } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import type { JournalFormat } from "./journal-text.ts"
import { writeJournalEntry, writeJournalHead, writeOpenings } from "./journal-text.ts"
import { placeOf } from "./place-of.ts"
import { type JournalTransfer, listTransfers } from "./queries.ts"
import { ledgerAccounts, postings, transfers } from "./tables.ts"

const PAGE = 500

/** A page of the books as text; `next` goes back in as `after`. Pages one behind the other are the whole file. */
export async function readJournal(
  ctx: Context,
  wish: { readonly format: JournalFormat; readonly after?: string | undefined },
): Promise<{ text: string; next: string | null }> {
  const { format, after } = wish
  const page = await listTransfers(ctx, within(ctx.actor), { limit: PAGE, ...(after ? { after } : {}) })
  const opened = format === "beancount" && after ? await listOpened(ctx, page, after) : new Set<string>()
  const entries = page.map(
    (transfer) => writeOpenings(transfer, format, opened) + writeJournalEntry(transfer, format),
  )
  return {
    text: (after ? "" : writeJournalHead(format)) + entries.join(""),
    next: page.length < PAGE ? null : (page.at(-1)?.id ?? null),
  }
}

/** Which of the page's accounts an earlier page has opened. */
async function listOpened(
  ctx: Context,
  page: readonly JournalTransfer[],
  after: string,
): Promise<Set<string>> {
  const names = [...new Set(page.flatMap((transfer) => transfer.postings.map(({ account }) => account)))]
  if (names.length === 0) return new Set()
  const rows = await ctx.db
    .select({ name: ledgerAccounts.name })
    .from(ledgerAccounts)
    .where(
      sql`${inArray(ledgerAccounts.name, names)} and exists (
        select from ${postings}
        join ${transfers} on ${transfers.tenantId} = ${postings.tenantId} and ${transfers.id} = ${postings.transferId}
        where ${postings.tenantId} = ${ledgerAccounts.tenantId}
          and ${postings.ledgerAccountId} = ${ledgerAccounts.id}
          and (${transfers.postedOn}, ${transfers.id}) <= ${placeOf(after)})`,
    )
  return new Set(rows.map((row) => row.name))
}
