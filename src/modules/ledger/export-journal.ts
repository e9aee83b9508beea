import type { Context } from "#kit/context.ts"
import type { JournalFormat } from "./journal-text.ts"
import { readJournal } from "./read-journal.ts"

/** The whole books as text, page by page: memory stays flat however many years there are. */
export async function* exportJournal(ctx: Context, format: JournalFormat): AsyncGenerator<string> {
  let after: string | undefined
  for (;;) {
    const { text, next } = await readJournal(ctx, { format, after })
    yield text
    if (next === null) return
    after = next
  }
}
