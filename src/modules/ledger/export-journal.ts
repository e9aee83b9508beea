import { type Context, within } from "#kit/context.ts"
import { type JournalFormat, writeJournalEntry, writeJournalHead, writeOpenings } from "./journal-text.ts"
import { listTransfers } from "./queries.ts"

const PAGE = 500

/** The whole books as text, page by page: memory stays flat however many years there are. */
export async function* exportJournal(ctx: Context, format: JournalFormat): AsyncGenerator<string> {
  yield writeJournalHead(format)
  const opened = new Set<string>()
  let after: string | undefined
  for (;;) {
    const page = await listTransfers(ctx, within(ctx.actor), { limit: PAGE, ...(after ? { after } : {}) })
    for (const transfer of page) {
      if (format === "beancount") yield writeOpenings(transfer, opened)
      yield writeJournalEntry(transfer, format)
    }
    after = page.at(-1)?.id
    if (page.length < PAGE) return
  }
}
