import { recordAudits } from "#audit"
import { listAccountLanguages } from "#identity"
import type { Context } from "#kit/context.ts"
import { announceAll } from "#kit/events/announce.ts"
import { money, toWire } from "#kit/money.ts"
import { updateRows } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import { paymentRequested } from "./events.ts"
import { noteForDigest } from "./note-for-digest.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { type PlannedRequest, planPaymentRequest } from "./plan-payment-request.ts"
import { planDueDay, planRenewalLines } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"
import { writePaymentRequests } from "./write-payment-requests.ts"

export interface RenewalWish {
  /** Subscriptions of one account and currency: they go onto one request. */
  readonly group: readonly RunningSubscription[]
  readonly purpose: "renewal" | "extension"
  readonly cycles: number
}

interface Asking {
  readonly wish: RenewalWish
  readonly planned: PlannedRequest
}

/**
 * Asks for the next time of subscriptions, each group on a request of its own, all of them by the same few statements.
 * Called with their rows locked. Numbers are taken last: whoever else asks for money waits from there on.
 */
export async function requestRenewals(
  ctx: Context,
  wishes: readonly RenewalWish[],
): Promise<PaymentRequest[]> {
  if (wishes.length === 0) return []
  const askings = await planAskings(ctx, wishes)
  const renewed = wishes.filter(isRenewal).flatMap(({ group }) => group)
  await noteForDigest(ctx, renewed, "request")
  await tell(ctx, askings)
  const requests = await writePaymentRequests(
    ctx,
    askings.map(({ planned }) => planned),
  )
  await writeAsked(
    ctx,
    askings.filter(({ wish }) => isRenewal(wish)),
    { nextRequestOn: null },
  )
  // An extension that nobody pays must not swallow the renewal: that one's day stays as it is.
  await writeAsked(
    ctx,
    askings.filter(({ wish }) => !isRenewal(wish)),
    {},
  )
  return requests
}

function isRenewal({ purpose }: RenewalWish): boolean {
  return purpose === "renewal"
}

async function planAskings(ctx: Context, wishes: readonly RenewalWish[]): Promise<Asking[]> {
  const settings = await getSettings(ctx)
  const accountIds = wishes.map(({ group }) => accountOf(group))
  const languages = await listAccountLanguages(ctx, [...new Set(accountIds)])
  const { newId, clock } = ctx
  const at = { settings, newId, now: clock.now(), today: clock.today(settings.timeZone) }
  return wishes.map((wish) => {
    const accountId = accountOf(wish.group)
    const [first] = wish.group
    const language = languages.get(accountId)
    if (!first || !language) throw new Error(`${accountId} is asked for a payment and is no account.`)
    const lines = planRenewalLines(wish.group, wish.cycles, language)
    const dueOn = planDueDay(wish.group, at.today)
    const { currency } = first.unit
    const { purpose } = wish
    return {
      wish,
      planned: planPaymentRequest({ accountId, orderId: null, purpose, currency, dueOn, lines }, at),
    }
  })
}

function accountOf([first]: readonly RunningSubscription[]): string {
  if (!first) throw new Error("A request to pay for nothing.")
  return first.accountId
}

async function tell(ctx: Context, askings: readonly Asking[]): Promise<void> {
  const told = askings.map(({ wish: { group, purpose, cycles }, planned: { row } }) => ({
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
  askings: readonly Asking[],
  more: { readonly nextRequestOn?: null },
): Promise<void> {
  await updateRows(
    ctx.db,
    subscriptions,
    askings.flatMap(({ wish, planned }) =>
      wish.group.map(({ id }) => ({ id, requestId: planned.row.id, trouble: null, ...more })),
    ),
  )
}
