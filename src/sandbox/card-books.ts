import { createHash } from "node:crypto"
import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Currency } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { randomId } from "./card-ids.ts"
import { keepMethod } from "./card-methods.ts"
import { queueNotice } from "./card-notices.ts"
import type { CardBooks } from "./card-options.ts"
import {
  cardCharges,
  cardCheckouts,
  cardMerchants,
  cardMethods,
  cardPayments,
  cardRefunds,
  cardSetups,
} from "./card-tables.ts"

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
  /** What it keeps of a charge, in hundredths of a percent. Absent: it says nothing of fees. */
  readonly feeBasisPoints?: number
}

/** A shop's account at the gateway, found by its key. May run at every start. */
export async function ensureMerchant({ db, now }: CardBooks, wanted: NewMerchant): Promise<void> {
  const id = `mer_${createHash("sha256").update(wanted.apiKey).digest("hex").slice(0, 16)}`
  const { name, webhookUrl, webhookSecret, taxPercent, feeBasisPoints = null } = wanted
  await db
    .insert(cardMerchants)
    .values({ id, ...wanted, createdAt: now })
    .onConflictDoUpdate({
      target: cardMerchants.id,
      set: { name, webhookUrl, webhookSecret, taxPercent, feeBasisPoints },
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
  readonly isTaxFree: boolean
  readonly currency: Currency
  readonly description: string
  readonly locale: Language
  readonly returnUrl: string
  /** Whose the card becomes if the payer lets it be kept; absent: the payer isn't asked. */
  readonly customer?: string | undefined
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

/** Somebody pays at the hosted page, with the checkout's row held. Kept is the card only if they ticked so. */
export async function chargeCheckout(
  books: CardBooks,
  checkout: CheckoutRow,
  card: { readonly number: string; readonly mayKeep: boolean },
): Promise<CheckoutRow> {
  await takeMoney(books, { checkoutId: checkout.id }, { ...checkout, cardNumber: card.number })
  const { customer } = checkout
  if (customer && card.mayKeep) {
    const kept = await keepMethod(books, { ...checkout, customer, cardNumber: card.number })
    const change = { methodId: kept.id }
    await books.db.update(cardCheckouts).set(change).where(eq(cardCheckouts.id, checkout.id))
  }
  return closeCheckout(books, checkout, "paid", null)
}

/** The only place where money is taken. */
export async function takeMoney(
  books: CardBooks,
  origin: { readonly checkoutId: string } | { readonly paymentId: string },
  wanted: Pick<CheckoutRow, "merchantId" | "reference" | "amountMinor" | "currency" | "isTaxFree"> & {
    readonly cardNumber: string
  },
): Promise<void> {
  const { merchantId, reference, amountMinor, currency, isTaxFree, cardNumber } = wanted
  const merchant = await findMerchant(books, { id: merchantId })
  await books.db.insert(cardCharges).values({
    id: randomId("ch"),
    ...origin,
    merchantId,
    reference,
    amountMinor,
    currency,
    taxMinor: slipTax(isTaxFree ? 0n : amountMinor, merchant?.taxPercent ?? null),
    feeMinor: feeOf(amountMinor, merchant?.feeBasisPoints ?? null),
    refundedMinor: 0n,
    cardEnding: cardNumber.slice(-4),
    createdAt: books.now,
  })
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
  by: { readonly id: string } | { readonly checkoutId: string } | { readonly paymentId: string },
): Promise<ChargeRow | undefined> {
  const condition =
    "id" in by
      ? eq(cardCharges.id, by.id)
      : "checkoutId" in by
        ? eq(cardCharges.checkoutId, by.checkoutId)
        : eq(cardCharges.paymentId, by.paymentId)
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
  const merchant = await findMerchant(books, { id: charge.merchantId })
  const rate = merchant?.feeBasisPoints
  const [row] = await db
    .insert(cardRefunds)
    .values({
      id: randomId("re"),
      chargeId,
      reference: wanted.reference,
      amountMinor: wanted.amount,
      feeMinor: rate ? feeOf(wanted.amount, Math.ceil(rate / REFUND_PART)) : null,
      createdAt: now,
    })
    .returning()
  await queueNotice(books, charge.merchantId, "charge.refunded", {
    charge: chargeId,
    reference: charge.reference,
  })
  return row
}

/** The merchant's own people do it here, by hand: it has no reference of the merchant's program. */
export async function refundAtConsole(
  books: CardBooks,
  chargeId: string,
  wanted: { readonly amount?: string | undefined },
): Promise<RefundRow | undefined> {
  const charge = await findCharge(books, { id: chargeId })
  if (!charge || charge.disputedAt) return undefined
  const amount = wanted.amount ? BigInt(wanted.amount) : charge.amountMinor - charge.refundedMinor
  return refundCharge(books, chargeId, { reference: "", amount })
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
    setups: await db.select().from(cardSetups).orderBy(desc(cardSetups.createdAt)).limit(limit),
    methods: await db.select().from(cardMethods).orderBy(desc(cardMethods.consentedAt)).limit(limit),
    payments: await db.select().from(cardPayments).orderBy(desc(cardPayments.createdAt)).limit(limit),
  }
}

/** The slip's own figure: the tax inside the amount, half up. Reckoned here and not taken from the shop. */
function slipTax(amount: bigint, percent: number | null): bigint | null {
  if (percent === null) return null
  const whole = 100n + BigInt(percent)
  return (2n * amount * BigInt(percent) + whole) / (2n * whole)
}

/** What a charge costs its merchant stays with the gateway; sending it back costs a tenth of that more. */
const REFUND_PART = 10

function feeOf(amount: bigint, basisPoints: number | null): bigint | null {
  return basisPoints === null ? null : (amount * BigInt(basisPoints) + 5_000n) / 10_000n
}
