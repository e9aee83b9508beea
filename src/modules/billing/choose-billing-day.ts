import { and, eq, isNull } from "drizzle-orm"
import { recordAudit } from "#audit"
import { lockAccount } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import { findBillingDay } from "./find-billing-day.ts"
import { listRunningOf } from "./list-running-of.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import { planStretch } from "./renewal-lines.ts"
import { replaceRequest } from "./replace-request.ts"
import type { RunningSubscription } from "./subscription.ts"
import { billingDays, subscriptions } from "./subscription-tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Everything of an account is renewed on one day of the month from its next time on; what is paid stays as it was paid.
 * What is asked for already is asked for anew where its days change. Asked for twice, it changes nothing the second time.
 */
export async function chooseBillingDay(
  ctx: Context,
  { accountId, day }: { readonly accountId: string; readonly day: number | null },
): Promise<void> {
  await lockAccount(ctx, within(ctx.actor), accountId)
  const before = await findBillingDay(ctx, wholeHouse, accountId)
  if (before === day) return
  const seen = await listRunningOf(ctx, wholeHouse, accountId)
  const requests = await lockRequests(ctx, seen)
  const held = await listRunningOf(ctx, wholeHouse, accountId, "update")
  refuseMoved(seen, held)
  await writeDay(ctx, accountId, day)
  for (const request of requests) {
    const isOther = held.some(
      (one) => one.requestId === request.id && !planStretch(one, 1).end.equals(endWith(one, day)),
    )
    if (isOther) await replaceRequest(ctx, request, "")
  }
  await recordAudit(ctx, {
    act: "billing.billing-day-chosen",
    subjectId: accountId,
    accountId,
    before: { day: before },
    after: { day },
  })
}

function endWith(one: RunningSubscription, billingDay: number | null): Temporal.PlainDate {
  return planStretch({ ...one, billingDay }, 1).end
}

/** Requests first, as a payment takes them. */
async function lockRequests(ctx: Context, seen: readonly RunningSubscription[]): Promise<PaymentRequest[]> {
  const ids = [...new Set(seen.flatMap(({ requestId }) => requestId ?? []))].sort()
  const requests: PaymentRequest[] = []
  for (const id of ids) requests.push(await getPaymentRequest(ctx, wholeHouse, id, "update"))
  return requests.filter(({ state }) => state === "open")
}

/** Somebody paid, extended or was asked between the two looks. */
function refuseMoved(seen: readonly RunningSubscription[], held: readonly RunningSubscription[]): void {
  const before = new Map(seen.map((one) => [one.id, one.requestId]))
  const moved = held.find((one) => one.requestId !== null && before.get(one.id) !== one.requestId)
  if (moved) billingRefusals.refuse("billing.subscription_moved", { id: moved.id })
}

async function writeDay(ctx: Context, accountId: string, day: number | null): Promise<void> {
  if (day === null) await ctx.db.delete(billingDays).where(eq(billingDays.accountId, accountId))
  else {
    const row = { day, chosenAt: ctx.clock.now() }
    await ctx.db
      .insert(billingDays)
      .values({ id: ctx.newId("bld"), accountId, ...row })
      .onConflictDoUpdate({ target: [billingDays.tenantId, billingDays.accountId], set: row })
  }
  await ctx.db
    .update(subscriptions)
    .set({ billingDay: day })
    .where(and(eq(subscriptions.accountId, accountId), isNull(subscriptions.endedAt)))
}
