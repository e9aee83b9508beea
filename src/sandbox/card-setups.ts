import { and, asc, eq } from "drizzle-orm"
import type { Language } from "#kit/refusal.ts"
import { randomId } from "./card-ids.ts"
import { keepMethod } from "./card-methods.ts"
import { queueNotice } from "./card-notices.ts"
import type { CardBooks } from "./card-options.ts"
import { cardSetups } from "./card-tables.ts"

export type SetupRow = typeof cardSetups.$inferSelect

const OPEN_MINUTES = 60

export async function openSetup(
  { db, now }: CardBooks,
  wanted: {
    readonly merchantId: string
    readonly reference: string
    readonly customer: string
    readonly locale: Language
    readonly returnUrl: string
  },
): Promise<SetupRow> {
  const [row] = await db
    .insert(cardSetups)
    .values({
      id: randomId("su"),
      ...wanted,
      state: "open",
      createdAt: now,
      expiresAt: now.add({ minutes: OPEN_MINUTES }),
    })
    .returning()
  if (!row) throw new Error("The page was not written.")
  return row
}

/** Locked, and closed when its time is over: the only way anybody looks at one. */
export async function takeSetup(books: CardBooks, id: string): Promise<SetupRow | undefined> {
  const { db, now } = books
  const [row] = await db.select().from(cardSetups).where(eq(cardSetups.id, id)).for("update")
  if (!row || row.state !== "open" || Temporal.Instant.compare(now, row.expiresAt) < 0) return row
  return closeSetup(books, row, { state: "expired" })
}

export async function findSetups(
  books: CardBooks,
  merchantId: string,
  reference: string,
): Promise<SetupRow[]> {
  const rows = await books.db
    .select({ id: cardSetups.id })
    .from(cardSetups)
    .where(and(eq(cardSetups.merchantId, merchantId), eq(cardSetups.reference, reference)))
    .orderBy(asc(cardSetups.createdAt), asc(cardSetups.id))
    .limit(100)
  const found: SetupRow[] = []
  for (const { id } of rows) {
    const row = await takeSetup(books, id)
    if (row) found.push(row)
  }
  return found
}

/** The holder's button says that they agree: there is no other way to it. */
export async function finishSetup(books: CardBooks, setup: SetupRow, cardNumber: string): Promise<SetupRow> {
  const { id: methodId } = await keepMethod(books, { ...setup, cardNumber })
  return closeSetup(books, setup, { state: "done", methodId })
}

export async function closeSetup(
  books: CardBooks,
  setup: SetupRow,
  outcome: Pick<SetupRow, "state"> & { readonly declineCode?: string | null; readonly methodId?: string },
): Promise<SetupRow> {
  const change = { ...outcome, challengedCard: null }
  await books.db.update(cardSetups).set(change).where(eq(cardSetups.id, setup.id))
  await queueNotice(books, setup.merchantId, `setup.${outcome.state}`, {
    setup: setup.id,
    reference: setup.reference,
  })
  return { ...setup, ...change }
}
