import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { chooseCollection } from "./choose-collection.ts"
import { getSubscription } from "./get-subscription.ts"
import { boundsOf, columnsOf, type QuantityBounds } from "./quantity.ts"
import { readBounds } from "./read-bounds.ts"
import type { Collection, Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionEdit {
  readonly id: string
  /** Empty or null: none. What is left out stays as it is. */
  readonly memo?: string | null | undefined
  readonly purchaseOrder?: string | null | undefined
  /** Between which its customer may choose the quantity; null: staff alone do. */
  readonly quantityBounds?: QuantityBounds | null | undefined
  readonly collection?: Collection | undefined
  /** Without: the customer's usual one. */
  readonly methodId?: string | undefined
}

/**
 * What staff may change of an agreement without another one coming of it. What is asked for already keeps the number it
 * was asked for by.
 */
export async function updateSubscription(ctx: Context, wish: SubscriptionEdit): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { id, methodId } = wish
  const seen = await getSubscription(ctx, reach, id)
  const collection = wish.collection ?? (methodId ? "automatic" : undefined)
  const isOtherMethod = collection === "automatic" && methodId !== undefined && methodId !== seen.methodId
  if (collection && (collection !== seen.collection || isOtherMethod)) {
    await chooseCollection(ctx, { id, collection, methodId })
  }
  await writeDown(ctx, await getSubscription(ctx, reach, id, "update"), wish)
  return getSubscription(ctx, reach, id)
}

async function writeDown(ctx: Context, one: Subscription, wish: SubscriptionEdit): Promise<void> {
  const bounds = wish.quantityBounds === undefined ? boundsOf(one) : readBounds(wish.quantityBounds)
  const before = { memo: one.memo, purchaseOrder: one.purchaseOrder, ...columnsOf(boundsOf(one)) }
  const after = {
    memo: wish.memo === undefined ? one.memo : wish.memo || null,
    purchaseOrder: wish.purchaseOrder === undefined ? one.purchaseOrder : wish.purchaseOrder || null,
    ...columnsOf(bounds),
  }
  if (!isOther(before, after)) return
  await ctx.db.update(subscriptions).set(after).where(eq(subscriptions.id, one.id))
  await recordAudit(ctx, {
    act: "billing.subscription-edited",
    subjectId: one.id,
    accountId: one.accountId,
    before,
    after,
  })
}

function isOther<Fields extends Readonly<Record<string, string | number | null>>>(
  before: Fields,
  after: Fields,
): boolean {
  return Object.entries(before).some(([name, value]) => after[name] !== value)
}
