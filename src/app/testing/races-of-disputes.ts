import { money } from "#kit/money.ts"
import { requestRefund } from "#payments"
import type { Shopper } from "./company-shoppers.ts"
import { insist } from "./insist.ts"
import { keepMoneyForNothing } from "./keep-money-for-nothing.ts"
import type { Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"

const MOST_LOOKS = 12
/** More than one call makes by itself. */
const MOST_TRIES = 50
const PAID = 11_000n
const REFUNDED = 4_000n
const sentFirst = { refund: "done", sent: REFUNDED.toString(), lost: (PAID - REFUNDED).toString() }

/** A card's bank takes the money that the shop is just sending back: whoever is first, the payer has it once. */
export const racesOfDisputes: readonly Race[] = [
  {
    name: "a refund that is sent while the bank takes the payment",
    hasWorkers: true,
    prepare: async (stage, turnOfHeat) => {
      const { payer, attemptId, chargeId } = await keepRefundQueued(stage)
      return {
        acts: [
          async () => stage.workers[0]?.(),
          async (ask) => {
            // The bank is none of ours, so nobody orders its statements: it comes sooner or later by what goes before.
            for (let looks = turnOfHeat % MOST_LOOKS; looks > 0; looks--) {
              await ask(() => payer.api.payments.attempts.get({ id: attemptId }))
            }
            await turn(stage, chargeId, "dispute")
            await ask(() => stage.takeNotice(attemptId, "charge.disputed"))
            await stage.workers[1]?.()
          },
        ],
        refusals: [],
        judgeAtRest: async () => {
          await turn(stage, chargeId, "dispute/lose")
          await stage.company.settle()
          insist(
            "who has the money",
            await readOutcome(stage, attemptId),
            await reckonOutcome(stage, attemptId),
          )
        },
      }
    },
  },
  {
    // It had gone before the bank came, and the gateway's word about its charge comes after the bank's: as they do by day.
    name: "a refund whose answer was lost is found while the bank's taking is written down",
    hasWorkers: true,
    prepare: async (stage, turnOfHeat) => {
      const { attemptId, chargeId, payer } = await keepRefundSent(stage)
      // Every other time one hand has written the refund down before anybody writes down what the bank did.
      const isFoundFirst = turnOfHeat % 2 === 0
      const tell = (minor: bigint) =>
        stage.rows(
          "update sandbox.card_charges set refunded_minor = $2 where id = $1",
          chargeId,
          minor.toString(),
        )
      await tell(0n)
      await turn(stage, chargeId, "dispute")
      if (isFoundFirst) await stage.wakeWork()
      await stage.takeNotice(attemptId, "charge.disputed")
      if (!isFoundFirst) await stage.wakeWork()
      return {
        acts: [
          async () => stage.workers[0]?.(),
          async (ask) => {
            for (let looks = isFoundFirst ? MOST_LOOKS : 0; looks > 0; looks--) {
              await ask(() => payer.api.payments.attempts.get({ id: attemptId }))
            }
            await stage.workers[1]?.()
          },
        ],
        refusals: [],
        judge: async () => {
          await tell(REFUNDED)
        },
        judgeAtRest: async () => {
          await turn(stage, chargeId, "dispute/lose")
          await stage.company.settle()
          insist("who has the money", await readOutcome(stage, attemptId), sentFirst)
        },
      }
    },
  },
  {
    // Woken by its pause and by the bank's decision: what goes on is one refund.
    name: "a refund whose answer was lost, found by two who go on with it",
    hasWorkers: true,
    prepare: async (stage) => {
      const { attemptId, chargeId } = await keepRefundSent(stage)
      for (const type of ["charge.disputed", "dispute.closed"] as const) {
        await turn(stage, chargeId, "dispute")
        await stage.takeNotice(attemptId, type)
        await stage.playQueued()
      }
      await stage.wakeWork()
      return {
        acts: [...stage.workers],
        refusals: [],
        judgeAtRest: async () => {
          const [told] = await stage.rows(
            `select count(*)::int as refunds,
              (select count(*)::int from audit.entries e where e.act = 'payments.refunded' and e.subject_id = min(r.id)) as told
            from payments.refunds r where r.attempt_id = $1 and r.state = 'done'`,
            attemptId,
          )
          insist("refunds, and how often they were written down", told, { refunds: 1, told: 1 })
        },
      }
    },
  },
]

async function turn({ company }: RaceStage, chargeId: string, what: "dispute" | "dispute/lose") {
  const answer = await company.request(`/sandbox/card/control/charges/${chargeId}/${what}`, {
    method: "POST",
  })
  if (!answer.ok) throw new Error(`The bank could not ${what} ${chargeId}: ${answer.status}.`)
}

/** Paid and settled, for a reference nobody bills; a part of it is to be sent back, and nobody has begun. */
async function keepRefundQueued(
  stage: RaceStage,
): Promise<{ payer: Shopper; attemptId: string; chargeId: string }> {
  const { company, rows } = stage
  const { attemptId, payer } = await keepMoneyForNothing(stage)
  await company.ground.inTenant(company.tenant, (ctx) =>
    requestRefund(ctx, { attemptId, key: "part", reason: "requested", amount: money(REFUNDED, "KRW") }),
  )
  const [charge] = await rows<{ id: string }>(
    "select id from sandbox.card_charges where reference = $1",
    attemptId,
  )
  return { payer, attemptId, chargeId: charge?.id ?? "" }
}

/** Asked of the gateway and done by it; its answer never came, so it is to be asked about again in a moment. */
async function keepRefundSent(
  stage: RaceStage,
): Promise<{ payer: Shopper; attemptId: string; chargeId: string }> {
  const fault = { call: "refunds.create", fault: "error_500_after_success", remaining: MOST_TRIES } as const
  await stage.company.fault("card", fault)
  const found = await keepRefundQueued(stage)
  await stage.playWork()
  await stage.company.clearFaults("card")
  return found
}

interface Outcome {
  readonly refund: string
  /** What the gateway sent back of itself. */
  readonly sent: string
  /** What the bank took, as our books have it. */
  readonly lost: string
}

async function readOutcome({ rows }: RaceStage, attemptId: string): Promise<Outcome | undefined> {
  const [outcome] = await rows<{ refund: string; sent: string; lost: string }>(
    `select r.state as refund, c.refunded_minor::text as sent, d.amount_minor::text as lost
    from payments.refunds r
    join sandbox.card_charges c on c.reference = r.attempt_id
    join payments.disputes d on d.attempt_id = r.attempt_id
    where r.attempt_id = $1`,
    attemptId,
  )
  return outcome
}

/** Sent before the bank came, it is done, and the bank takes the rest; else the bank takes all, and it is withdrawn. */
async function reckonOutcome({ rows }: RaceStage, attemptId: string): Promise<Outcome> {
  const [charge] = await rows<{ refunded: string }>(
    "select refunded_minor::text as refunded from sandbox.card_charges where reference = $1",
    attemptId,
  )
  return charge?.refunded === REFUNDED.toString()
    ? sentFirst
    : { refund: "withdrawn", sent: "0", lost: PAID.toString() }
}
