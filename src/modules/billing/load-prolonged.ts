import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { isLate, paidOn } from "./late-payment.ts"
import { nextStart } from "./pause.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planStretch } from "./renewal-lines.ts"
import { isAwaited, isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** A line that pays for further time, and the subscription it prolongs, both as they are when it is paid today. */
export interface Prolonging {
  readonly line: PaymentRequest["lines"][number]
  readonly one: RunningSubscription
  readonly isLate: boolean
}

/**
 * What a request's lines prolong if it is paid today. Undefined when it is out of date: a subscription has ended or its
 * paid time has moved since it was asked for, so paying it would pay a period twice or leave one out.
 */
export async function loadProlonged(
  ctx: Context,
  request: PaymentRequest,
  lock: "read" | "update",
): Promise<Prolonging[] | undefined> {
  const lines = request.lines.filter((line) => line.subscriptionId !== null && line.cycles !== null)
  if (lines.length === 0) return []
  const ids = lines.map((line) => line.subscriptionId ?? "")
  const query = ctx.db
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
    .orderBy(asc(subscriptions.id))
    .limit(ids.length)
  const rows = lock === "update" ? await query.for("update") : await query
  const { latePolicy } = await getCollectingPolicy(ctx)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const byId = new Map(rows.map((row) => [row.id, readSubscription(row)]))
  const prolonged: Prolonging[] = []
  for (const line of lines) {
    const one = byId.get(line.subscriptionId ?? "")
    if (!one || !(isRunning(one) || isAwaited(one)) || !line.periodStart?.equals(nextStart(one)))
      return undefined
    const paid = paidOn(one, { today, latePolicy })
    const { start, end } = planStretch(paid, line.cycles ?? 1)
    prolonged.push({
      line: { ...line, periodStart: start, periodEnd: end },
      one: paid,
      isLate: isLate(one, today),
    })
  }
  return prolonged
}
