import { giveBack, settlePaymentRequest } from "#billing"
import { money } from "#kit/money.ts"
import { requestRefund } from "#payments"
import type { Order } from "./company-shoppers.ts"
import { insist } from "./insist.ts"
import { keepMoneyForNothing } from "./keep-money-for-nothing.ts"
import { type Answer, type Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"

/** From the first click on "pay" to the last coin sent back. */
export const racesForMoney: readonly Race[] = [
  {
    name: "three tabs that pay one request",
    prepare: async (stage) => {
      const order = await stage.company.placeOrder()
      // The first attempt is over, so all three begin a new one.
      await stage.company.pay(order.attemptId, { card: "no-money" })
      await stage.company.settle({ within: { seconds: 0 } })
      return {
        acts: [0, 1, 2].map(() => (ask) => ask(() => payAgain(order))),
        refusals: [],
        judge: async (answers) => {
          insist("attempts handed out", new Set(answers.map(({ value }) => idOf(value))).size, 1)
          insist("attempts", await countAttempts(stage, order), 2)
        },
      }
    },
  },
  {
    name: "the return address, the notice and the same notice again",
    hasWorkers: true,
    prepare: async (stage) => {
      const order = await placePaidUnknown(stage)
      const { attemptId } = order
      const [first, second] = stage.workers
      return {
        acts: [
          async (ask) => {
            await ask(() => order.by.api.payments.attempts.refresh({ id: attemptId }))
            await first?.()
          },
          async (ask) => {
            await ask(() => stage.takeNotice(attemptId))
            await second?.()
          },
          (ask) => ask(() => stage.takeNotice(attemptId)),
        ],
        refusals: [],
        judgeAtRest: () => insistOnOneSale(stage, order),
      }
    },
  },
  {
    name: "a customer who pays again while the payment is being written down",
    hasWorkers: true,
    prepare: async (stage) => {
      const order = await placePaidUnknown(stage)
      await order.by.api.payments.attempts.refresh({ id: order.attemptId })
      return {
        acts: [
          async () => stage.workers[0]?.(),
          async (ask) => {
            await ask(() => payAgain(order))
            await ask(() => payAgain(order))
          },
        ],
        refusals: ["billing.request_not_open"],
        judgeAtRest: async (answers) => {
          await payWhatIsOpen(stage, order, answers)
          await insistOnOneSale(stage, order)
        },
      }
    },
  },
  {
    name: "two payments of one request, told three times",
    prepare: async (stage) => {
      const { order, second } = await placePaidTwice(stage)
      const amount = money(11_000n, "KRW")
      const tell = (attemptId: string) => () =>
        stage.company.ground.inTenant(stage.company.tenant, (ctx) =>
          settlePaymentRequest(ctx, { reference: order.requestId, attemptId, amount }),
        )
      return {
        acts: [order.attemptId, second, second].map((attemptId) => (ask) => ask(tell(attemptId))),
        refusals: [],
        judgeAtRest: () => insistOnOneSale(stage, order),
      }
    },
  },
  {
    name: "two payments of one request, told at once by two workers",
    hasWorkers: true,
    prepare: async (stage) => {
      const { order } = await placePaidTwice(stage)
      return {
        acts: [...stage.workers],
        refusals: [],
        judgeAtRest: () => insistOnOneSale(stage, order),
      }
    },
  },
  {
    name: "invoices of three orders numbered at once",
    hasWorkers: true,
    prepare: async (stage) => {
      const orders = [await placeSettledUntold(stage), await placeSettledUntold(stage)]
      const third = await placePaidUnknown(stage)
      return {
        acts: [
          ...stage.workers,
          async (ask) => {
            await ask(() => third.by.api.payments.attempts.refresh({ id: third.attemptId }))
          },
        ],
        refusals: [],
        judgeAtRest: async () => {
          for (const order of [...orders, third]) await insistOnOneSale(stage, order)
        },
      }
    },
  },
  {
    name: "two refunds of more than there is",
    prepare: async (stage) => {
      const { attemptId } = await keepMoneyForNothing(stage)
      const refund = (key: string, minor: bigint) => () =>
        stage.company.ground.inTenant(stage.company.tenant, (ctx) =>
          requestRefund(ctx, { attemptId, key, reason: "requested", amount: money(minor, "KRW") }),
        )
      return {
        acts: [
          (ask) => ask(refund("most", 8_000n)),
          (ask) => ask(refund("half", 5_500n)),
          (ask) => ask(refund("half", 5_500n)),
          (ask) => ask(refund("rest", 6_000n)),
        ],
        refusals: ["payments.nothing_to_refund"],
        judgeAtRest: async () => {
          const [sum] = await stage.rows<{ minor: string; count: string; sent: string }>(
            `select sum(amount_minor)::text as minor, count(*)::text as count,
              (select refunded_minor::text from sandbox.card_charges c where c.reference = $1) as sent
            from payments.refunds where attempt_id = $1 and state = 'done'`,
            attemptId,
          )
          insist("refunds that were sent", sum?.count, "1")
          insist("sent back by the gateway", sum?.sent, sum?.minor)
        },
      }
    },
  },
  {
    name: "one invoice given back three times",
    prepare: async (stage) => {
      const order = await placeSettledUntold(stage)
      await stage.company.settle({ within: { seconds: 0 } })
      const { ground, tenant } = stage.company
      const back = () =>
        ground.inTenant(tenant, (ctx) =>
          giveBack(ctx, { paymentRequestId: order.requestId, reason: "no longer wanted" }),
        )
      return {
        acts: [0, 1, 2].map(() => (ask) => ask(back)),
        refusals: [],
        judgeAtRest: async () => {
          const [sum] = await stage.rows<{ refunds: string; notes: number }>(
            `select (select sum(amount_minor)::text from payments.refunds where attempt_id = $1) as refunds,
              (select count(*)::int from billing.credit_notes n join billing.invoices i on i.id = n.invoice_id
                where i.request_id = $2) as notes`,
            order.attemptId,
            order.requestId,
          )
          insist("what went back", sum, { refunds: "11000", notes: 1 })
        },
      }
    },
  },
]

/** Paid at the gateway; nobody here knows it yet. */
async function placePaidUnknown({ company, playWork }: RaceStage): Promise<Order> {
  const order = await company.placeOrder()
  await playWork()
  await company.pay(order.attemptId, { comesBack: false })
  return order
}

/** Paid and written down; what follows from it is still to be delivered. */
async function placeSettledUntold(stage: RaceStage): Promise<Order> {
  const order = await placePaidUnknown(stage)
  await order.by.api.payments.attempts.refresh({ id: order.attemptId })
  await stage.playWork()
  return order
}

/** Between the first payment and its being told the request is still open: a second one gets in. */
async function placePaidTwice(stage: RaceStage): Promise<{ order: Order; second: string }> {
  const order = await placeSettledUntold(stage)
  const second = await payAgain(order)
  if (second.id === order.attemptId) throw new Error("The first attempt was not over.")
  await stage.playWork()
  await stage.company.pay(second.id, { comesBack: false })
  await order.by.api.payments.attempts.refresh({ id: second.id })
  await stage.playWork()
  return { order, second: second.id }
}

/** The customer who got a second page pays at that one, too. */
async function payWhatIsOpen(stage: RaceStage, order: Order, answers: readonly Answer[]): Promise<void> {
  for (const id of new Set(answers.map(({ value }) => idOf(value)))) {
    if (!id || id === order.attemptId) continue
    await stage.company.pay(id)
    await stage.company.settle()
  }
}

/** One invoice, one server, and of all the money exactly one price kept. */
async function insistOnOneSale(stage: RaceStage, order: Order): Promise<void> {
  const [sale] = await stage.rows(
    `select o.state,
      (select count(*)::int from billing.invoices i where i.order_id = o.id) as invoices,
      (select coalesce(sum(c.amount_minor - c.refunded_minor), 0)::text from sandbox.card_charges c
        join payments.attempts a on a.id = c.reference where a.reference = o.payment_request_id) as kept,
      (select count(*)::int from sandbox.virtfusion_servers m join provisioning.services s on s.id = m.name
        where s.order_id = o.id and m.delete_at is null) as servers
    from orders.orders o where o.id = $1`,
    order.orderId,
  )
  insist("the sale", sale, { state: "delivered", invoices: 1, kept: "11000", servers: 1 })
}

async function countAttempts(stage: RaceStage, order: Order): Promise<number> {
  return (await stage.rows("select 1 from payments.attempts where reference = $1", order.requestId)).length
}

function payAgain(order: Order) {
  return order.by.api.billing.paymentRequests.pay({ id: order.requestId })
}

function idOf(value: unknown): string | undefined {
  return (value as { id?: string } | undefined)?.id
}
