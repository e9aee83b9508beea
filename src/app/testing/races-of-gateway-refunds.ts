import { matchingSweep } from "#payments"
import { insist } from "./insist.ts"
import type { Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"

/** Longer than the comparison leaves young charges alone. */
const UNTIL_COMPARED = { hours: 2 }
/** Each comparison is a day's own. */
let daysLater = 1

/** Money that staff send back at the gateway's own console: whoever hears of it first, it is one refund. */
export const racesOfGatewayRefunds: readonly Race[] = [
  {
    name: "a refund in the gateway's console, its notice, the night's comparison and our own refund at once",
    hasWorkers: true,
    prepare: async (stage) => {
      const { company } = stage
      const { attemptId, invoiceId } = await sellAndWait(stage)
      await refundAtConsole(stage, attemptId)
      return {
        acts: [
          async (ask) => {
            await ask(() => stage.takeNotice(attemptId, "charge.refunded"))
            await stage.workers[0]?.()
          },
          async (ask) => {
            await ask(() => startComparison(stage))
            await stage.workers[1]?.()
          },
          (ask) =>
            ask(() =>
              company.operator.api.billing.creditNotes.issue({ id: invoiceId, reason: "Asked for." }),
            ),
        ],
        refusals: ["payments.nothing_to_refund", "billing.nothing_to_credit"],
        judgeAtRest: async () => insist("what went back", await readOutcome(stage, attemptId), wholeOnce),
      }
    },
  },
]

/** A server that is paid for and delivered; what is older than moments is compared. */
async function sellAndWait({ company, rows }: RaceStage): Promise<{ attemptId: string; invoiceId: string }> {
  const { attemptId } = await company.placeOrder()
  await company.pay(attemptId)
  await company.settle()
  company.at.clock.advance(UNTIL_COMPARED)
  const [invoice] = await rows<{ id: string }>(
    "select id from billing.invoices where payment_attempt_id = $1",
    attemptId,
  )
  return { attemptId, invoiceId: invoice?.id ?? "" }
}

async function refundAtConsole({ company, rows }: RaceStage, attemptId: string): Promise<void> {
  const [charge] = await rows<{ id: string }>(
    "select id from sandbox.card_charges where reference = $1",
    attemptId,
  )
  const path = `/sandbox/card/control/charges/${charge?.id}/refund`
  const answer = await company.request(path, { method: "POST", json: {} })
  if (!answer.ok) throw new Error(`The console could not refund ${charge?.id}: ${answer.status}.`)
}

async function startComparison({ company }: RaceStage): Promise<void> {
  daysLater += 1
  await company.ground.inTenant(company.tenant, async (ctx) => {
    const day = ctx.clock.today("UTC").add({ days: daysLater })
    await matchingSweep.run(ctx, { day, slot: day.toString() })
  })
}

const wholeOnce = { notes: 1, credited: "11000", refunds: 1, sent: "11000", unclear: 0, cash: "0", owed: "0" }

async function readOutcome({ rows }: RaceStage, attemptId: string) {
  const [outcome] = await rows(
    `with notes as (
      select n.id, n.total_minor from billing.credit_notes n
      join billing.invoices i on i.id = n.invoice_id where i.payment_attempt_id = $1
    ), sent as (
      select r.id, r.amount_minor, r.state from payments.refunds r where r.attempt_id = $1
    ), booked as (
      select split_part(a.name, ':', 1) as role, sum(p.amount_minor) as minor
      from ledger.transfers t
      join ledger.postings p on p.transfer_id = t.id
      join ledger.accounts a on a.id = p.ledger_account_id
      where t.reference = $1 or t.reference in (select id from sent) or t.reference in (select id from notes)
        or t.reference in (select id from billing.invoices where payment_attempt_id = $1)
      group by 1
    )
    select (select count(*)::int from notes) as notes, (select sum(total_minor)::text from notes) as credited,
      (select count(*)::int from sent where state = 'done') as refunds,
      (select sum(amount_minor)::text from sent where state = 'done') as sent,
      (select count(*)::int from sent where state <> 'done') as unclear,
      (select minor::text from booked where role = 'cash') as cash,
      (select minor::text from booked where role = 'unapplied') as owed`,
    attemptId,
  )
  return outcome
}
