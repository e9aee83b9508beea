import { eq } from "drizzle-orm"
import { currencies } from "#kit/money.ts"
import { queueNotice } from "./card-notices.ts"
import type { CardBooks } from "./card-options.ts"
import { cardCharges } from "./card-tables.ts"

/** The holder told their bank that they don't know this charge; or it is settled, and the merchant keeps the money. */
export async function turnDispute(books: CardBooks, chargeId: string): Promise<boolean> {
  const { db, now } = books
  const [charge] = await db.select().from(cardCharges).where(eq(cardCharges.id, chargeId)).for("update")
  if (!charge || charge.disputeLostAt) return false
  const isOver = charge.disputedAt !== null
  await db
    .update(cardCharges)
    .set({ disputedAt: isOver ? null : now })
    .where(eq(cardCharges.id, chargeId))
  await queueNotice(books, charge.merchantId, isOver ? "dispute.closed" : "charge.disputed", {
    charge: chargeId,
    reference: charge.reference,
  })
  return true
}

/** The bank decides for its holder: the money is gone, and the merchant pays a fee. */
export async function loseDispute(books: CardBooks, chargeId: string): Promise<boolean> {
  const { db, now } = books
  const [charge] = await db.select().from(cardCharges).where(eq(cardCharges.id, chargeId)).for("update")
  if (!charge?.disputedAt || charge.disputeLostAt) return false
  const fee = currencies[charge.currency] === 0 ? 20_000n : 2_000n
  await db
    .update(cardCharges)
    .set({ disputeLostAt: now, disputeFeeMinor: fee })
    .where(eq(cardCharges.id, chargeId))
  await queueNotice(books, charge.merchantId, "dispute.closed", {
    charge: chargeId,
    reference: charge.reference,
  })
  return true
}
