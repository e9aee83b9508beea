import { and, eq, isNull } from "drizzle-orm"
import { randomId } from "./card-ids.ts"
import type { CardBooks } from "./card-options.ts"
import { cardMethods } from "./card-tables.ts"

export type MethodRow = typeof cardMethods.$inferSelect

/** The holder has ticked that the merchant may keep it. The same card of the same customer is kept once. */
export async function keepMethod(
  { db, now }: CardBooks,
  wanted: Pick<MethodRow, "merchantId" | "customer" | "cardNumber"> & { readonly amountMinor?: bigint },
): Promise<MethodRow> {
  const { merchantId, customer, cardNumber, amountMinor: confirmedMinor = null } = wanted
  const [known] = await db
    .update(cardMethods)
    .set({ consentedAt: now, confirmedMinor })
    .where(
      and(
        eq(cardMethods.merchantId, merchantId),
        eq(cardMethods.customer, customer),
        eq(cardMethods.cardNumber, cardNumber),
        isNull(cardMethods.detachedAt),
      ),
    )
    .returning()
  if (known) return known
  const [row] = await db
    .insert(cardMethods)
    .values({ id: randomId("cm"), merchantId, customer, cardNumber, consentedAt: now, confirmedMinor })
    .returning()
  if (!row) throw new Error("The card was not kept.")
  return row
}

export async function findMethod(
  { db }: CardBooks,
  merchantId: string,
  id: string,
): Promise<MethodRow | undefined> {
  const [row] = await db
    .select()
    .from(cardMethods)
    .where(and(eq(cardMethods.merchantId, merchantId), eq(cardMethods.id, id)))
  return row
}

/** From then on nobody can charge it. Once more is the same. */
export async function detachMethod({ db, now }: CardBooks, method: MethodRow): Promise<MethodRow> {
  if (method.detachedAt) return method
  await db.update(cardMethods).set({ detachedAt: now }).where(eq(cardMethods.id, method.id))
  return { ...method, detachedAt: now }
}
