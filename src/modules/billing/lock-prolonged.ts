import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** A line that pays for further time, and the subscription it prolongs. */
export interface Prolonging {
  readonly line: PaymentRequest["lines"][number]
  readonly one: RunningSubscription
}

/**
 * What a request's lines prolong, locked. Undefined when it is out of date: a subscription has ended or its paid time
 * has moved since it was asked for, so paying it would pay a period twice or leave one out.
 */
export async function lockProlonged(
  ctx: Context,
  request: PaymentRequest,
): Promise<Prolonging[] | undefined> {
  const lines = request.lines.filter((line) => line.subscriptionId !== null && line.cycles !== null)
  if (lines.length === 0) return []
  const ids = lines.map((line) => line.subscriptionId ?? "")
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
    .orderBy(asc(subscriptions.id))
    .limit(ids.length)
    .for("update")
  const byId = new Map(rows.map((row) => [row.id, readSubscription(row)]))
  const prolonged: Prolonging[] = []
  for (const line of lines) {
    const one = byId.get(line.subscriptionId ?? "")
    if (!one || !isRunning(one) || !line.periodStart?.equals(one.periodEnd)) return undefined
    prolonged.push({ line, one })
  }
  return prolonged
}
