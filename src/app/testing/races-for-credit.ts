import { settlePaymentRequest } from "#billing"
import { money } from "#kit/money.ts"
import type { Order, Shopper } from "./company-shoppers.ts"
import { insist } from "./insist.ts"
import type { Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"

/** Of what a customer has with the shop, each won pays once. */
export const racesForCredit: readonly Race[] = [
  {
    name: "credit that three requests want at once",
    prepare: async (stage) => {
      const by = await stage.company.customer()
      const orders = [
        await placeUnpaid(stage, by),
        await placeUnpaid(stage, by),
        await placeUnpaid(stage, by),
      ]
      await give(stage, by)
      return {
        acts: orders.map(
          ({ requestId }) =>
            (ask) =>
              ask(() => useCredit(by, requestId)),
        ),
        refusals: [],
        judgeAtRest: async () => {
          const [sum] = await stage.rows(
            `select count(*) filter (where state = 'paid')::int as paid, sum(from_credit_minor)::text as used,
              (select count(*)::int from billing.invoices i where i.account_id = $1) as invoices
            from billing.payment_requests where account_id = $1`,
            by.accountId ?? "",
          )
          insist("what the credit paid", sum, { paid: 1, used: "11000", invoices: 1 })
        },
      }
    },
  },
  {
    name: "a card payment and credit at the same moment",
    prepare: async (stage) => {
      const order = await stage.company.placeOrder()
      await stage.playWork()
      await stage.company.pay(order.attemptId, { comesBack: false })
      await order.by.api.payments.attempts.refresh({ id: order.attemptId })
      await stage.playWork()
      await give(stage, order.by)
      const { ground, tenant } = stage.company
      const tell = () =>
        ground.inTenant(tenant, (ctx) =>
          settlePaymentRequest(ctx, {
            reference: order.requestId,
            attemptId: order.attemptId,
            amount: money(11_000n, "KRW"),
          }),
        )
      return {
        acts: [
          (ask) => ask(tell),
          (ask) => ask(() => useCredit(order.by, order.requestId)),
          (ask) => ask(tell),
        ],
        refusals: [],
        judgeAtRest: async () => {
          const [sum] = await stage.rows(
            `select count(*)::int as invoices,
              (sum(i.from_credit_minor) + (select c.amount_minor - c.refunded_minor
                from sandbox.card_charges c where c.reference = $2))::text as kept
            from billing.invoices i where i.request_id = $1`,
            order.requestId,
            order.attemptId,
          )
          insist("what was taken for it", sum, { invoices: 1, kept: "11000" })
        },
      }
    },
  },
]

/** An order whose first try to pay is over. */
async function placeUnpaid({ company }: RaceStage, by: Shopper): Promise<Order> {
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle({ within: { seconds: 0 } })
  return order
}

function give({ company }: RaceStage, { accountId = "" }: Shopper) {
  const amount = { minor: "11000", currency: "KRW" } as const
  const wish = { accountId, act: "give", kind: "paid", reason: "a race", amount } as const
  return company.operator.api.credit.change(wish)
}

function useCredit(by: Shopper, requestId: string) {
  return by.api.billing.paymentRequests.useCredit({ id: requestId })
}
