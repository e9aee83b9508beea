import { recordAudits } from "#audit"
import { listAccountLanguages } from "#identity"
import type { Context } from "#kit/context.ts"
import { announceAll } from "#kit/events/announce.ts"
import { money, toWire } from "#kit/money.ts"
import { updateRows } from "#kit/write-rows.ts"
import { openTax } from "#tax"
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

/** So many are planned while the ones before them are told: the database writes while we reckon. */
const PLANNED_AT_ONCE = 100
/** After so many the next statement is let through. */
const PLANNED_IN_ONE_BREATH = 5

/**
 * Asks for the next time of subscriptions, each group on a request of its own, all of them by the same few statements.
 * Called with their rows locked. Numbers are taken last: whoever else asks for money waits from there on.
 */
export async function requestRenewals(
  ctx: Context,
  wishes: readonly RenewalWish[],
): Promise<PaymentRequest[]> {
  if (wishes.length === 0) return []
  const askings = await planAndTell(ctx, wishes)
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

async function planAndTell(ctx: Context, wishes: readonly RenewalWish[]): Promise<Asking[]> {
  const plan = await openPlanning(ctx, wishes)
  const askings: Asking[] = []
  let untold: Asking[] = []
  for (let from = 0; from < wishes.length; from += PLANNED_AT_ONCE) {
    const planning = planPart(plan, wishes.slice(from, from + PLANNED_AT_ONCE))
    const telling = tell(ctx, untold)
    // Both to their end, whatever becomes of either: what is sent after a rollback would be written all the same.
    await Promise.allSettled([planning, telling])
    await telling
    untold = await planning
    askings.push(...untold)
  }
  await tell(ctx, untold)
  return askings
}

type Plan = (wish: RenewalWish) => Asking

async function openPlanning(ctx: Context, wishes: readonly RenewalWish[]): Promise<Plan> {
  const settings = await getSettings(ctx)
  const accountIds = wishes.map(({ group }) => accountOf(group))
  const languages = await listAccountLanguages(ctx, [...new Set(accountIds)])
  const { newId, clock } = ctx
  const tax = await openTax(ctx, settings, accountIds)
  const at = { newId, now: clock.now(), today: clock.today(settings.timeZone) }
  return (wish) => {
    const accountId = accountOf(wish.group)
    const [first] = wish.group
    const language = languages.get(accountId)
    if (!first || !language) throw new Error(`${accountId} is asked for a payment and is no account.`)
    const lines = planRenewalLines(wish.group, wish.cycles, language)
    const dueOn = planDueDay(wish.group, at.today)
    const { currency } = first.unit
    const { purpose } = wish
    const wanted = { accountId, orderId: null, purpose, currency, dueOn, lines }
    return { wish, planned: planPaymentRequest(wanted, { ...at, tax: tax.ofAccount(accountId) }) }
  }
}

async function planPart(plan: Plan, wishes: readonly RenewalWish[]): Promise<Asking[]> {
  const askings: Asking[] = []
  for (const [index, wish] of wishes.entries()) {
    if (index % PLANNED_IN_ONE_BREATH === PLANNED_IN_ONE_BREATH - 1) await new Promise(setImmediate)
    askings.push(plan(wish))
  }
  return askings
}

function accountOf([first]: readonly RunningSubscription[]): string {
  if (!first) throw new Error("A request to pay for nothing.")
  return first.accountId
}

async function tell(ctx: Context, askings: readonly Asking[]): Promise<void> {
  const renewed = askings.filter(({ wish }) => isRenewal(wish)).flatMap(({ wish }) => wish.group)
  await noteForDigest(ctx, renewed, "request")
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
