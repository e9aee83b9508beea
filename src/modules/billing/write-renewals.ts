import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { announceAll } from "#kit/events/announce.ts"
import { money, toWire } from "#kit/money.ts"
import { updateRows } from "#kit/write-rows.ts"
import { paymentRequested } from "./events.ts"
import { noteForDigest } from "./note-for-digest.ts"
import type { PlannedRenewal, RenewalWish } from "./open-renewal-plan.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { subscriptions } from "./subscription-tables.ts"
import { writePaymentRequests } from "./write-payment-requests.ts"

/** What was planned from the very rows that are locked. Numbers are taken last: whoever else asks for money waits from there on. */
export async function writeRenewals(
  ctx: Context,
  renewals: readonly PlannedRenewal[],
): Promise<PaymentRequest[]> {
  if (renewals.length === 0) return []
  await tell(ctx, renewals)
  const requests = await writePaymentRequests(
    ctx,
    renewals.map(({ planned }) => planned),
  )
  await writeAsked(
    ctx,
    renewals.filter(({ wish }) => isRenewal(wish)),
    { nextRequestOn: null },
  )
  // An extension that nobody pays must not swallow the renewal: that one's day stays as it is.
  await writeAsked(
    ctx,
    renewals.filter(({ wish }) => !isRenewal(wish)),
    {},
  )
  return requests
}

function isRenewal({ purpose }: RenewalWish): boolean {
  return purpose === "renewal"
}

async function tell(ctx: Context, renewals: readonly PlannedRenewal[]): Promise<void> {
  const renewed = renewals.filter(({ wish }) => isRenewal(wish)).flatMap(({ wish }) => wish.group)
  await noteForDigest(ctx, renewed, "request")
  const told = renewals.map(({ wish: { group, purpose, cycles }, planned: { row } }) => ({
    requestId: row.id,
    accountId: row.accountId,
    purpose,
    cycles,
    subscriptionIds: group.map(({ id }) => id),
    total: toWire(money(row.totalMinor, row.currency)),
  }))
  await recordAudits(
    ctx,
    told.map(({ requestId, accountId, ...after }) => ({
      act: "billing.renewal-requested",
      subjectId: requestId,
      accountId,
      after,
    })),
  )
  await announceAll(
    ctx,
    paymentRequested,
    told.map(({ requestId, accountId, purpose, subscriptionIds }) => ({
      requestId,
      accountId,
      purpose,
      subscriptionIds,
    })),
  )
}

async function writeAsked(
  ctx: Context,
  renewals: readonly PlannedRenewal[],
  more: { readonly nextRequestOn?: null },
): Promise<void> {
  await updateRows(
    ctx.db,
    subscriptions,
    renewals.flatMap(({ wish, planned }) =>
      wish.group.map(({ id }) => ({ id, requestId: planned.row.id, trouble: null, ...more })),
    ),
  )
}
