import { randomBytes } from "node:crypto"
import { settlePaymentRequest } from "#billing"
import { money } from "#kit/money.ts"
import { insist } from "./insist.ts"
import type { Act, Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"
import {
  insistOnOneRenewal,
  makeOverdue,
  type openAgreement,
  openDue,
  placeDuePaidUnknown,
  readRenewals,
  startRuns,
} from "./renewal-ground.ts"

/** The day's run beside itself, beside the gateway's notice and beside a customer who clicks. */
export const racesOfRenewals: readonly Race[] = [
  {
    name: "two billing runs that overlap",
    hasWorkers: true,
    prepare: async (stage) => {
      const { id } = await openDue(stage)
      await startRuns(stage, 2)
      return {
        acts: [...stage.workers],
        refusals: [],
        judgeAtRest: async () => insist("renewals asked for", (await readRenewals(stage, id)).open, 1),
      }
    },
  },
  {
    name: "a billing run while the customer extends and then gives up",
    hasWorkers: true,
    prepare: async (stage) => {
      const { by, id } = await openDue(stage)
      await startRuns(stage, 1)
      const { subscriptions } = by.api.billing
      return {
        acts: [
          runOf(stage, 0),
          (ask) => ask(() => subscriptions.extend({ id, cycles: 2 })),
          (ask) => ask(() => subscriptions.cancel({ id, at: "end" })),
        ],
        refusals: ["billing.subscription_to_be_cancelled", "billing.subscription_moved"],
        judgeAtRest: async (answers) => {
          const { open, cancelAtEnd } = await readRenewals(stage, id)
          const isGivenUp = answers.some(({ act, refused }) => act === 2 && refused === undefined)
          insist("given up, and what is asked for", [cancelAtEnd, open], [isGivenUp, isGivenUp ? 0 : 1])
        },
      }
    },
  },
  {
    name: "the notice, the customer's click and a billing run at the same moment",
    hasWorkers: true,
    prepare: async (stage) => {
      const due = await placeDuePaidUnknown(stage)
      await startRuns(stage, 1)
      const { attempts } = due.by.api.payments
      return {
        acts: [
          async (ask) => {
            await ask(() => attempts.refresh({ id: due.attemptId }))
            await stage.workers[0]?.()
          },
          async (ask) => {
            await ask(() => stage.takeNotice(due.attemptId))
            await stage.workers[1]?.()
          },
          (ask) => ask(() => due.by.api.billing.paymentRequests.pay({ id: due.requestId })),
        ],
        refusals: ["billing.request_not_open"],
        judgeAtRest: () => insistOnOneRenewal(stage, due),
      }
    },
  },
  {
    name: "a suspension and a payment at the same moment",
    hasWorkers: true,
    prepare: async (stage) => {
      const due = await placeDuePaidUnknown(stage)
      await due.by.api.payments.attempts.refresh({ id: due.attemptId })
      await stage.playWork()
      await makeOverdue(stage, due)
      await startRuns(stage, 1)
      const { ground, tenant } = stage.company
      const payment = {
        reference: due.requestId,
        attemptId: due.attemptId,
        amount: money(11_000n, "KRW"),
      }
      return {
        acts: [
          runOf(stage, 0),
          (ask) => ask(() => ground.inTenant(tenant, (ctx) => settlePaymentRequest(ctx, payment))),
        ],
        refusals: [],
        judgeAtRest: async () => {
          const { state } = await readRenewals(stage, due.id)
          insist("suspended though paid", state, "active")
          await insistOnOneRenewal(stage, due)
        },
      }
    },
  },
  {
    name: "a saved card charged by the run while its owner pays at a page that is still open",
    hasWorkers: true,
    prepare: async (stage) => {
      const due = await openDue(stage, { isCharged: true })
      await startRuns(stage, 1)
      return {
        acts: [
          runOf(stage, 0),
          async (ask) => {
            const attempt = await ask(() => due.by.api.billing.paymentRequests.pay({ id: due.requestId }))
            await ask(() => due.by.api.payments.attempts.get({ id: attempt?.id ?? "" }))
          },
        ],
        refusals: ["billing.request_not_open", "payments.attempt_missing"],
        judgeAtRest: async (answers) => {
          for (const { value } of answers) await payIfOpen(stage, (value as { id?: string } | undefined)?.id)
          await insistOnOneRenewal(stage, due)
        },
      }
    },
  },
  {
    name: "two runs that charge one saved card",
    hasWorkers: true,
    prepare: async (stage) => {
      const due = await openDue(stage, { isCharged: true })
      await startRuns(stage, 2)
      return {
        acts: [...stage.workers],
        refusals: [],
        judgeAtRest: () => insistOnOneRenewal(stage, due),
      }
    },
  },
  {
    name: "another plan for the next time while the run asks for it",
    hasWorkers: true,
    prepare: async (stage) => {
      const { by, id, serviceId } = await openDue(stage)
      await startRuns(stage, 1)
      const { planChanges } = by.api.orders
      const [larger] = (await planChanges.preview({ id: serviceId })).options
      if (!larger) throw new Error("There is no larger plan.")
      const { planId, price: amount } = larger
      const wish = {
        id: serviceId,
        planId,
        when: "at_end",
        expected: { outcome: "nothing", amount },
      } as const
      return {
        acts: [runOf(stage, 0), (ask) => ask(() => planChanges.request(wish))],
        refusals: ["billing.subscription_moved"],
        judgeAtRest: async (answers) => {
          const { asked, open } = await readRenewals(stage, id)
          const isPlanned = answers.every(({ refused }) => refused === undefined)
          insist("what is asked for the next time", [open, asked], [1, isPlanned ? amount.minor : "11000"])
        },
      }
    },
  },
  {
    name: "a purchase taken back by two clicks while the run asks for the next time",
    hasWorkers: true,
    prepare: async (stage) => {
      const { by, id } = await openDue(stage)
      await startRuns(stage, 1)
      const { refunds } = by.api.billing
      const [purchase] = (await refunds.preview({ id })).purchases
      if (!purchase) throw new Error("There is nothing to take back.")
      const back = () => refunds.request({ id, periodId: purchase.periodId, expected: purchase.amount })
      return {
        acts: [runOf(stage, 0), (ask) => ask(back), (ask) => ask(back)],
        refusals: [
          "billing.purchase_missing",
          "billing.subscription_not_running",
          "billing.subscription_moved",
        ],
        judgeAtRest: async () => {
          const { open, state } = await readRenewals(stage, id)
          insist("what became of it", [open, state], [0, "cancelled"])
          const [sum] = await stage.rows(
            `select count(*)::int as notes, sum(n.total_minor)::text as back from billing.credit_notes n
             where n.account_id = $1`,
            by.accountId,
          )
          insist("what went back", sum, { notes: 1, back: purchase.amount.minor })
        },
      }
    },
  },
  {
    name: "one coupon for each customer in two carts at once",
    prepare: async (stage) => {
      const { company } = stage
      const code = `ONCE-${randomBytes(6).toString("hex").toUpperCase()}`
      await company.operator.api.catalog.coupons.create({ ...onceEach(), code, name: code })
      const by = await company.customer()
      const carts = await Promise.all([0, 1].map(() => fillCart(stage, by, code)))
      return {
        acts: carts.map(
          (cartToken) => (ask) =>
            ask(() =>
              by.api.orders.checkout({ cartToken, country: "KR", language: "en", acceptTerms: true }),
            ),
        ),
        refusals: ["catalog.coupon_used_before", "orders.total_changed"],
        judge: async () => {
          const used = await stage.rows(
            `select 1 from billing.payment_request_lines l join billing.payment_requests r on r.id = l.request_id
             where r.account_id = $1 and l.words like '%' || $2 || '%'`,
            by.accountId,
            code,
          )
          insist("orders at the lower price", used.length, 1)
        },
      }
    },
  },
]

const onceEach = () => ({
  isOn: true,
  kind: "percent" as const,
  percent: 10,
  amounts: {},
  periods: null,
  isExclusive: false,
  planIds: [],
  cycles: [],
  currencies: [],
  countries: [],
  isForNewCustomers: false,
  startsOn: null,
  endsOn: null,
  mostUses: null,
  mostPerCustomer: 1,
})

/** A worker that plays the run and whatever follows from it. */
function runOf({ workers }: RaceStage, hand: number): Act {
  return async () => workers[hand]?.()
}

async function payIfOpen({ company }: RaceStage, attemptId: string | undefined): Promise<void> {
  if (!attemptId) return
  const { state, redirectUrl } = await company.visitor.payments.attempts.get({ id: attemptId })
  if (state !== "waiting_for_payer" || !redirectUrl) return
  await company.pay(attemptId)
  await company.settle()
}

async function fillCart(
  { company }: RaceStage,
  by: Awaited<ReturnType<typeof openAgreement>>["by"],
  code: string,
): Promise<string> {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const { carts } = by.api.orders
  const { token } = await carts.create({ currency: "KRW" })
  await carts.addItem({
    token,
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly",
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "once.demo.example",
    quantity: 1,
  })
  await carts.addCoupon({ token, code })
  return token
}
