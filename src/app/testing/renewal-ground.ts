import { collectPaymentsWork } from "#billing"
import { startWork } from "#kit/work/start-work.ts"
import type { Shopper } from "./company-shoppers.ts"
import { insist } from "./insist.ts"
import type { RaceStage } from "./race-stage.ts"

export interface Agreement {
  readonly by: Shopper
  readonly id: string
  readonly serviceId: string
}

export interface DueAgreement extends Agreement {
  /** Empty where the run has still to ask. */
  readonly requestId: string
}

const ZONE = "Asia/Seoul"
/** A run plays its charges from nine on, and a race is over in an hour. */
const LAST_HOUR = 17

/** A server for a month, delivered. */
export async function openAgreement(stage: RaceStage): Promise<Agreement> {
  const { company } = stage
  stayInOfficeHours(stage)
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const [one] = (await by.api.billing.subscriptions.list({})).items
  if (!one) throw new Error("Nothing began.")
  return { by, id: one.id, serviceId: one.subject }
}

/**
 * Its next time is to be asked for today, as nobody else's is; charged, it was asked for and its card is to be charged
 * today. The days are moved rather than the clock, which is everybody's.
 */
export async function openDue(stage: RaceStage, { isCharged = false } = {}): Promise<DueAgreement> {
  const agreement = await openAgreement(stage)
  const { by, id } = agreement
  const { billing, payments } = by.api
  if (!isCharged) {
    await stage.rows(
      "update billing.subscriptions set next_request_on = $2 where id = $1",
      id,
      todayOf(stage),
    )
    return { ...agreement, requestId: "" }
  }
  const setup = await payments.setups.start({ id: by.accountId ?? "" })
  await stage.company.leaveCard(by, setup.id)
  await stage.company.settle({ within: { seconds: 0 } })
  const { methodId } = await payments.setups.get({ id: setup.id })
  await billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId: methodId ?? "" })
  return { ...agreement, requestId: await askFor(stage, agreement) }
}

/** Asked for, and paid at the gateway; nobody here knows it yet. */
export async function placeDuePaidUnknown(
  stage: RaceStage,
): Promise<DueAgreement & { readonly attemptId: string }> {
  const agreement = await openAgreement(stage)
  const requestId = await askFor(stage, agreement)
  const attempt = await agreement.by.api.billing.paymentRequests.pay({ id: requestId })
  await stage.playWork()
  await stage.company.pay(attempt.id, { comesBack: false })
  return { ...agreement, requestId, attemptId: attempt.id }
}

/** By a run of its own, in time; and due by today. */
async function askFor(stage: RaceStage, { id }: Agreement): Promise<string> {
  await stage.rows("update billing.subscriptions set next_request_on = $2 where id = $1", id, todayOf(stage))
  await startRuns(stage, 1)
  await stage.company.settle({ within: { seconds: 0 } })
  const [row] = await stage.rows<{ request: string | null }>(
    "select request_id as request from billing.subscriptions where id = $1",
    id,
  )
  if (!row?.request) throw new Error("The run did not ask for it.")
  await stage.rows(
    "update billing.payment_requests set due_on = $2 where id = $1",
    row.request,
    todayOf(stage),
  )
  return row.request
}

let runs = 0

/** So many runs of today, as if one had been begun while another was at it. */
export async function startRuns({ company }: RaceStage, count: number): Promise<void> {
  const day = company.ground.clock.today(ZONE).toString()
  await company.ground.inTenant(company.tenant, async (ctx) => {
    for (let one = 0; one < count; one++) {
      await startWork(ctx, collectPaymentsWork, { day }, { key: `race ${day} ${runs++}` })
    }
  })
}

export interface Renewals {
  readonly state: string
  readonly cancelAtEnd: boolean
  /** Requests for further time that stand open, and what they come to. */
  readonly open: number
  readonly asked: string | null
  readonly paidPeriods: number
}

export async function readRenewals(stage: RaceStage, id: string): Promise<Renewals> {
  const [row] = await stage.rows<Renewals & Record<string, unknown>>(
    `select s.state, s.cancel_at_end as "cancelAtEnd", count(r.id)::int as open, sum(r.total_minor)::text as asked,
       (select count(*)::int from billing.subscription_periods p where p.subscription_id = s.id) as "paidPeriods"
     from billing.subscriptions s
     left join billing.payment_request_lines l on l.subscription_id = s.id and l.cycles is not null
     left join billing.payment_requests r on r.id = l.request_id and r.state = 'open'
     where s.id = $1 group by s.id, s.tenant_id, s.state, s.cancel_at_end`,
    id,
  )
  if (!row) throw new Error(`There is no ${id}.`)
  return row
}

/** One invoice, one more month, and of all the money exactly one price kept. */
export async function insistOnOneRenewal(stage: RaceStage, { id, requestId }: DueAgreement): Promise<void> {
  const [row] = await stage.rows(
    `select (select count(*)::int from billing.invoices i where i.request_id = $2) as invoices,
       (select count(*)::int from billing.subscription_periods p where p.subscription_id = $1) as periods,
       (select coalesce(sum(c.amount_minor - c.refunded_minor), 0)::text from sandbox.card_charges c
         join payments.attempts a on a.id = c.reference where a.reference = $2) as kept`,
    id,
    requestId,
  )
  insist("the renewal", row, { invoices: 1, periods: 2, kept: "11000" })
}

function todayOf({ company }: RaceStage): string {
  return company.ground.clock.today(ZONE).toString()
}

function stayInOfficeHours({ company }: RaceStage): void {
  const now = company.ground.clock.now().toZonedDateTimeISO(ZONE)
  if (now.hour >= 9 && now.hour < LAST_HOUR) return
  const morning = now.add({ days: now.hour < 9 ? 0 : 1 }).with({ hour: 10, minute: 0 })
  company.at.clock.set(morning.toInstant())
}

/** As if it had begun so many days earlier: unpaid for long enough to be suspended today. */
export async function makeOverdue(stage: RaceStage, { id, requestId }: DueAgreement): Promise<void> {
  const today = todayOf(stage)
  await stage.rows(
    `update billing.subscription_periods set start_on = start_on - 45, end_on = end_on - 45, anchor_on = anchor_on - 45
     where subscription_id = $1`,
    id,
  )
  await stage.rows(
    `update billing.payment_request_lines set period_start = period_start - 45, period_end = period_end - 45
     where request_id = $1`,
    requestId,
  )
  await stage.rows(
    `update billing.subscriptions set state = 'past_due', overdue_on = $2::date - 10, anchor_on = anchor_on - 45,
       period_start = period_start - 45, period_end = period_end - 45 where id = $1`,
    id,
    today,
  )
}
