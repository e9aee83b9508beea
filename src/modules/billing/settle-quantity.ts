import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { applyQuantity } from "./apply-quantity.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { findAwaitedQuantity, type QuantityChange } from "./find-awaited-quantity.ts"
import { getSubscription } from "./get-subscription.ts"
import { listPaidPeriods } from "./list-paid-periods.ts"
import { loadQuantity, type QuantityFacts } from "./load-quantity.ts"
import { planQuantity } from "./plan-quantity.ts"
import { isCountable } from "./quantity.ts"
import { MOST_PIECES } from "./quantity-contract.ts"
import { quantityChanges } from "./quantity-tables.ts"
import { wishFor } from "./quantity-wish.ts"
import { invoices } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/** An invoice was paid: if it was for more pieces, they are had now, or its money goes back. Told twice, it happens once. */
export async function settleQuantity(ctx: Context, fact: { readonly invoiceId: string }): Promise<void> {
  const change = await findPaid(ctx, fact.invoiceId)
  if (!change) return
  const possible = await loadPossible(ctx, change)
  await ctx.db
    .update(quantityChanges)
    .set(possible ? { state: "applied", appliedAt: ctx.clock.now() } : { state: "withdrawn" })
    .where(eq(quantityChanges.id, change.id))
  if (possible) return applyQuantity(ctx, { ...possible, to: change.quantity, changeOn: change.changeOn })
  await creditInvoice(ctx, {
    invoiceId: fact.invoiceId,
    key: change.id,
    wish: "rest",
    cause: "not_delivered",
    reason: "Its time or its price was another before the change was paid for.",
  })
}

async function findPaid(ctx: Context, invoiceId: string): Promise<QuantityChange | undefined> {
  const [paper] = await ctx.db
    .select({ requestId: invoices.requestId })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
    .limit(1)
  if (!paper?.requestId) return undefined
  return findAwaitedQuantity(ctx, { paymentRequestId: paper.requestId }, "update")
}

/** Further time that was paid meanwhile, another number or an end makes the difference another one. */
async function loadPossible(ctx: Context, change: QuantityChange) {
  const { subscriptionId: id, changeOn } = change
  if (!isCountable(await getSubscription(ctx, wholeHouse, id))) return undefined
  const facts = await loadQuantity(ctx, wholeHouse, id, "update")
  if (!isAsAsked(facts, change)) return undefined
  const periods = await listPaidPeriods(ctx, wholeHouse, facts.subscription, changeOn)
  const bounds = { least: 1, most: MOST_PIECES }
  const plan = planQuantity(wishFor({ ...facts, periods }, { to: change.quantity, bounds, changeOn }))
  return plan.change && { facts: { ...facts, periods }, change: plan.change }
}

function isAsAsked({ subscription, now, planned }: QuantityFacts, change: QuantityChange): boolean {
  return planned === null && now === change.quantityBefore && subscription.periodEnd.equals(change.periodEnd)
}
