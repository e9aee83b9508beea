import { and, asc, count, eq } from "drizzle-orm"
import type { Currency } from "#kit/money.ts"
import { takeMoney } from "./card-books.ts"
import { randomId } from "./card-ids.ts"
import type { MethodRow } from "./card-methods.ts"
import type { CardBooks } from "./card-options.ts"
import { cardMethods, cardPayments } from "./card-tables.ts"
import { findTestCard, type LaterOutcome } from "./card-test-cards.ts"

export type PaymentRow = typeof cardPayments.$inferSelect

export interface Paid {
  readonly payment: PaymentRow
  /** The merchant never hears what became of it. */
  readonly isSilent: boolean
}

/** A kept card is charged while its holder is away: the card decides, as its kind does. */
export async function payByMethod(
  books: CardBooks,
  method: MethodRow,
  wanted: {
    readonly reference: string
    readonly amountMinor: bigint
    readonly currency: Currency
    readonly isTaxFree: boolean
    readonly description: string
  },
): Promise<Paid> {
  // One after the other, so that "the first time" means what it says.
  await books.db.select().from(cardMethods).where(eq(cardMethods.id, method.id)).for("update")
  const outcome = await decide(books, method, wanted)
  const declineCode = "code" in outcome ? outcome.code : null
  const [payment] = await books.db
    .insert(cardPayments)
    .values({
      id: randomId("pi"),
      merchantId: method.merchantId,
      methodId: method.id,
      ...wanted,
      state: declineCode === null ? "paid" : "declined",
      declineCode,
      createdAt: books.now,
    })
    .returning()
  if (!payment) throw new Error("The payment was not written.")
  if (payment.state === "paid") {
    await takeMoney(books, { paymentId: payment.id }, { ...payment, cardNumber: method.cardNumber })
  }
  return { payment, isSilent: outcome.kind === "approved_in_silence" }
}

/** Whoever saves a card without paying confirms so much, in the smallest unit: 10,000 won, 100 euros. */
const CONFIRMED_WITHOUT_PAYING = 10_000n

async function decide(
  { db }: CardBooks,
  method: MethodRow,
  wanted: { readonly amountMinor: bigint },
): Promise<LaterOutcome> {
  if (method.detachedAt) return { kind: "declined", code: "method_detached" }
  const outcome = findTestCard(method.cardNumber)?.later ?? { kind: "approved" }
  if (outcome.kind === "approved_up_to") {
    const confirmed = method.confirmedMinor ?? CONFIRMED_WITHOUT_PAYING
    return wanted.amountMinor > confirmed ? outcome : { kind: "approved" }
  }
  if (outcome.kind !== "declined_once") return outcome
  const [earlier] = await db
    .select({ times: count() })
    .from(cardPayments)
    .where(eq(cardPayments.methodId, method.id))
  return earlier?.times ? { kind: "approved" } : outcome
}

export async function findPayment({ db }: CardBooks, id: string): Promise<PaymentRow | undefined> {
  const [row] = await db.select().from(cardPayments).where(eq(cardPayments.id, id))
  return row
}

export async function findPayments(
  { db }: CardBooks,
  merchantId: string,
  reference: string,
): Promise<PaymentRow[]> {
  return db
    .select()
    .from(cardPayments)
    .where(and(eq(cardPayments.merchantId, merchantId), eq(cardPayments.reference, reference)))
    .orderBy(asc(cardPayments.createdAt), asc(cardPayments.id))
    .limit(100)
}
