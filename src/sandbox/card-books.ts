import { createHash, randomBytes } from "node:crypto"
import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Currency } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { queueNotice } from "./card-notices.ts"
import type { CardBooks } from "./card-options.ts"
import { cardCharges, cardCheckouts, cardMerchants, cardRefunds } from "./card-tables.ts"
import type { TestCard } from "./card-words.ts"

export type MerchantRow = typeof cardMerchants.$inferSelect
export type CheckoutRow = typeof cardCheckouts.$inferSelect
export type ChargeRow = typeof cardCharges.$inferSelect
export type RefundRow = typeof cardRefunds.$inferSelect

/** Long enough to look for one's card; short enough that an abandoned one is over the same day. */
const OPEN_MINUTES = 60

export interface NewMerchant {
  readonly name: string
  readonly apiKey: string
  readonly webhookUrl: string
  readonly webhookSecret: string
  readonly taxPercent: number | null
}

/** A shop's account at the gateway, found by its key. May run at every start. */
export async function ensureMerchant({ db, now }: CardBooks, wanted: NewMerchant): Promise<void> {
  const id = `mer_${createHash("sha256").update(wanted.apiKey).digest("hex").slice(0, 16)}`
  const { name, webhookUrl, webhookSecret, taxPercent } = wanted
  await db
    .insert(cardMerchants)
    .values({ id, ...wanted, createdAt: now })
    .onConflictDoUpdate({
      target: cardMerchants.id,
      set: { name, webhookUrl, webhookSecret, taxPercent },
    })
}

export async function findMerchant(
  { db }: CardBooks,
  by: { readonly apiKey: string } | { readonly id: string },
): Promise<MerchantRow | undefined> {
  const condition = "id" in by ? eq(cardMerchants.id, by.id) : eq(cardMerchants.apiKey, by.apiKey)
  const [row] = await db.select().from(cardMerchants).where(condition)
  return row
}

export interface NewCheckout {
  readonly reference: string
  readonly amount: bigint
  readonly currency: Currency
  readonly description: string
  readonly locale: Language
  readonly returnUrl: string
}

export async function openCheckout(
  { db, now }: CardBooks,
  merchant: MerchantRow,
  wanted: NewCheckout,
): Promise<CheckoutRow> {
  const { amount, ...rest } = wanted
  const [row] = await db
    .insert(cardCheckouts)
    .values({
      id: randomId("cs"),
      merchantId: merchant.id,
      ...rest,
      amountMinor: amount,
      state: "open",
      createdAt: now,
      expiresAt: now.add({ minutes: OPEN_MINUTES }),
    })
    .returning()
  if (!row) throw new Error("The checkout was not written.")
  return row
}

/** Locked, and closed when its time is over: the only way anybody looks at a checkout. */
export async function takeCheckout(books: CardBooks, id: string): Promise<CheckoutRow | undefined> {
  const { db, now } = books
  const [row] = await db.select().from(cardCheckouts).where(eq(cardCheckouts.id, id)).for("update")
  if (!row || row.state !== "open" || Temporal.Instant.compare(now, row.expiresAt) < 0) return row
  return closeCheckout(books, row, "expired", null)
}

export async function findCheckouts(
  books: CardBooks,
  merchant: MerchantRow,
  reference: string,
): Promise<CheckoutRow[]> {
  const rows = await books.db
    .select({ id: cardCheckouts.id })
    .from(cardCheckouts)
    .where(and(eq(cardCheckouts.merchantId, merchant.id), eq(cardCheckouts.reference, reference)))
    .orderBy(asc(cardCheckouts.createdAt), asc(cardCheckouts.id))
    .limit(100)
  const found: CheckoutRow[] = []
  for (const { id } of rows) {
    const row = await takeCheckout(books, id)
    if (row) found.push(row)
  }
  return found
}

/** The only place where money is taken: somebody at the hosted page, with the checkout's row held. */
export async function chargeCheckout(
  books: CardBooks,
  checkout: CheckoutRow,
  card: Pick<TestCard, "number">,
): Promise<CheckoutRow> {
  const merchant = await findMerchant(books, { id: checkout.merchantId })
  await books.db.insert(cardCharges).values({
    id: randomId("ch"),
    checkoutId: checkout.id,
    merchantId: checkout.merchantId,
    reference: checkout.reference,
    amountMinor: checkout.amountMinor,
    currency: checkout.currency,
    taxMinor: slipTax(checkout.amountMinor, merchant?.taxPercent ?? null),
    refundedMinor: 0n,
    cardEnding: card.number.slice(-4),
    createdAt: books.now,
  })
  return closeCheckout(books, checkout, "paid", null)
}

export async function closeCheckout(
  books: CardBooks,
  checkout: CheckoutRow,
  state: "paid" | "declined" | "expired",
  declineCode: string | null,
): Promise<CheckoutRow> {
  const change = { state, declineCode, challengedCard: null }
  await books.db.update(cardCheckouts).set(change).where(eq(cardCheckouts.id, checkout.id))
  await queueNotice(books, checkout.merchantId, `checkout.${state}`, {
    checkout: checkout.id,
    reference: checkout.reference,
  })
  return { ...checkout, ...change }
}

export async function findCharge(
  { db }: CardBooks,
  by: { readonly id: string } | { readonly checkoutId: string },
): Promise<ChargeRow | undefined> {
  const condition = "id" in by ? eq(cardCharges.id, by.id) : eq(cardCharges.checkoutId, by.checkoutId)
  const [row] = await db.select().from(cardCharges).where(condition)
  return row
}

export async function listCharges(
  { db }: CardBooks,
  merchant: MerchantRow,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<ChargeRow[]> {
  const isLater = sql`(${cardCharges.createdAt}, ${cardCharges.id}) > (select created_at, id from ${cardCharges} where id = ${page.after})`
  return db
    .select()
    .from(cardCharges)
    .where(and(eq(cardCharges.merchantId, merchant.id), page.after ? isLater : undefined))
    .orderBy(asc(cardCharges.createdAt), asc(cardCharges.id))
    .limit(page.limit)
}

export async function refundCharge(
  books: CardBooks,
  chargeId: string,
  wanted: { readonly reference: string; readonly amount: bigint },
): Promise<RefundRow | undefined> {
  const { db, now } = books
  const [charge] = await db.select().from(cardCharges).where(eq(cardCharges.id, chargeId)).for("update")
  if (!charge || wanted.amount <= 0n || charge.refundedMinor + wanted.amount > charge.amountMinor)
    return undefined
  const refundedMinor = charge.refundedMinor + wanted.amount
  await db.update(cardCharges).set({ refundedMinor }).where(eq(cardCharges.id, chargeId))
  const [row] = await db
    .insert(cardRefunds)
    .values({
      id: randomId("re"),
      chargeId,
      reference: wanted.reference,
      amountMinor: wanted.amount,
      createdAt: now,
    })
    .returning()
  await queueNotice(books, charge.merchantId, "charge.refunded", {
    charge: chargeId,
    reference: charge.reference,
  })
  return row
}

export async function findRefunds(
  { db }: CardBooks,
  chargeId: string,
  reference?: string,
): Promise<RefundRow[]> {
  return db
    .select()
    .from(cardRefunds)
    .where(
      and(eq(cardRefunds.chargeId, chargeId), reference ? eq(cardRefunds.reference, reference) : undefined),
    )
    .orderBy(asc(cardRefunds.createdAt))
    .limit(100)
}

/** Everything, newest first, for the page that looks inside. */
export async function listBooks({ db }: CardBooks, limit: number) {
  return {
    checkouts: await db.select().from(cardCheckouts).orderBy(desc(cardCheckouts.createdAt)).limit(limit),
    charges: await db.select().from(cardCharges).orderBy(desc(cardCharges.createdAt)).limit(limit),
    refunds: await db.select().from(cardRefunds).orderBy(desc(cardRefunds.createdAt)).limit(limit),
  }
}

/** The slip's own figure: the tax inside the amount, half up. Reckoned here and not taken from the shop. */
function slipTax(amount: bigint, percent: number | null): bigint | null {
  if (percent === null) return null
  const whole = 100n + BigInt(percent)
  return (2n * amount * BigInt(percent) + whole) / (2n * whole)
}

function randomId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`
}
