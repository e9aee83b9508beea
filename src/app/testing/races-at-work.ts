import { insist } from "./insist.ts"
import { type Act, type Answer, countDone, type Race } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"

const notHeld = ["orders.order_not_held"]
const workRefusals = [
  "work.operation_running",
  "work.operation_ended",
  "work.operation_moved",
  "work.move_not_allowed",
]

/** Operators beside operators, customers beside workers, workers beside workers. */
export const racesAtWork: readonly Race[] = [
  {
    name: "three operators who approve one held order",
    prepare: async (stage) => {
      const order = await placeHeld(stage)
      const { orders } = stage.company.operator.api
      return {
        acts: [0, 1, 2].map(() => (ask) => ask(() => orders.approve({ id: order.orderId }))),
        refusals: notHeld,
        judge: (answers) => insist("approvals", countDone(answers), 1),
        judgeAtRest: () => insistOnBuilt(stage, order.orderId, 1),
      }
    },
  },
  {
    name: "one operator approves, two reject",
    prepare: async (stage) => {
      const order = await placeHeld(stage)
      const { orders } = stage.company.operator.api
      const reject = () => orders.reject({ id: order.orderId, reason: "not this time" })
      return {
        acts: [
          (ask) => ask(() => orders.approve({ id: order.orderId })),
          (ask) => ask(reject),
          (ask) => ask(reject),
        ],
        refusals: notHeld,
        judge: (answers) => insist("decisions", countDone(answers), 1),
        judgeAtRest: async (answers) => {
          const isApproved = answers.some(({ act, refused }) => act === 0 && !refused)
          await insistOnBuilt(stage, order.orderId, isApproved ? 1 : 0)
          const attempt = await order.by.api.payments.attempts.get({ id: order.attemptId })
          insist("the money", attempt.state, isApproved ? "settled" : "refunded")
        },
      }
    },
  },
  {
    name: "people who retry, undo and close one stuck operation",
    prepare: async (stage) => {
      const id = await placeStuck(stage)
      const { operations } = stage.company.operator.api
      return {
        acts: [
          (ask) => ask(() => operations.retry({ id })),
          (ask) => ask(() => operations.undo({ id, reason: "the customer gave up" })),
          (ask) => ask(() => operations.close({ id, reason: "dealt with by hand" })),
          (ask) => ask(() => operations.retry({ id })),
        ],
        refusals: workRefusals,
        judge: (answers) => insistOnOneMove(stage, id, answers),
        judgeAtRest: async (answers) => {
          const [operation] = await stage.rows<{ state: string }>(
            "select state from work.operations where id = $1",
            id,
          )
          // Nothing follows on a close, and only a close on an undo.
          const wasDone = (act: number) => answers.some((one) => one.act === act && !one.refused)
          const wanted = wasDone(2) ? ["closed"] : wasDone(1) ? ["undone"] : ["done"]
          insist("how the operation ended", [operation?.state], wanted)
        },
      }
    },
  },
  {
    name: "a customer who looks, refreshes, pays and reveals while a worker settles and builds",
    hasWorkers: true,
    prepare: async (stage) => {
      const { company } = stage
      const order = await company.placeOrder()
      await stage.playWork()
      await company.pay(order.attemptId, { comesBack: true })
      const { api } = order.by
      return {
        acts: [
          async () => stage.workers[0]?.(),
          async (ask) => {
            await ask(() => api.payments.attempts.refresh({ id: order.attemptId }))
            await ask(() => api.billing.paymentRequests.pay({ id: order.requestId }))
            await ask(() => api.orders.get({ id: order.orderId }))
            const services = await ask(() => api.provisioning.services.list({}))
            const id = services?.items[0]?.id
            if (!id) return
            await ask(() => api.provisioning.services.revealCredentials({ id }))
            await ask(() => api.provisioning.services.requestSignOn({ id }))
          },
        ],
        refusals: ["billing.request_not_open", "provisioning.not_ready", "provisioning.credentials_missing"],
        judgeAtRest: () => insistOnBuilt(stage, order.orderId, 1),
      }
    },
  },
  {
    name: "two workers who play the same operations and deliver the same events",
    hasWorkers: true,
    prepare: async (stage) => {
      const { company } = stage
      const order = await company.placeOrder()
      await stage.playWork()
      await company.pay(order.attemptId, { comesBack: true })
      return {
        acts: [...stage.workers],
        refusals: [],
        judgeAtRest: () => insistOnBuilt(stage, order.orderId, 1),
      }
    },
  },
  {
    name: "a sign-on link asked for by two tabs and opened by three",
    prepare: async (stage) => {
      const { company } = stage
      const order = await company.placeOrder()
      await stage.playWork()
      await company.pay(order.attemptId)
      await company.settle()
      const { services } = order.by.api.provisioning
      const id = (await services.list({})).items[0]?.id ?? ""
      const link = await services.requestSignOn({ id })
      await company.settle({ within: { seconds: 0 } })
      return {
        acts: [
          ...[0, 1, 2].map(() => (ask: Parameters<Act>[0]) => ask(() => services.getSignOn(link))),
          (ask) => ask(() => services.requestSignOn({ id })),
        ],
        refusals: [],
        judge: async (answers) => {
          const shown = answers.filter(
            ({ act, value }) => act < 3 && (value as { url?: unknown } | undefined)?.url,
          )
          insist("times the link was shown", shown.length, 1)
          const trail = await company.operator.api.audit.entries.list({ subjectId: id })
          const used = trail.items.filter((entry) => entry.act === "provisioning.sign-on-used")
          insist("times its use was noted", used.length, 1)
        },
      }
    },
  },
]

async function placeHeld({ company, playWork }: RaceStage) {
  const order = await company.placeOrder({ product: "storage-vps" })
  await playWork()
  await company.pay(order.attemptId)
  await company.settle({ within: { seconds: 0 } })
  return order
}

/** Paid, and the panel says that it is full: the work is stuck. */
async function placeStuck(stage: RaceStage): Promise<string> {
  const { company } = stage
  // What an earlier heat left in hand must not run into the fault that is meant for this one.
  await company.settle({ within: { seconds: 0 } })
  await company.fault("virtfusion", { call: "servers.create.dry-run", fault: "full" })
  const order = await company.placeOrder()
  await stage.playWork()
  await company.pay(order.attemptId)
  await company.settle({ within: { seconds: 0 } })
  const [stuck] = await stage.rows<{ id: string }>(
    `select o.id from work.operations o
    join provisioning.services s on s.operation_id = o.id
    where s.order_id = $1 and o.state = 'stuck'`,
    order.orderId,
  )
  if (!stuck) throw new Error("The work is not stuck.")
  return stuck.id
}

/** Whoever comes first is heard; a later one only where the first one's move allows it, and each is in the audit. */
async function insistOnOneMove(stage: RaceStage, id: string, answers: readonly Answer[]): Promise<void> {
  const done = countDone(answers)
  if (done === 0) throw new Error("Nobody was heard.")
  const trail = await stage.company.operator.api.audit.entries.list({ subjectId: id })
  insist(
    "moves in the audit",
    trail.items.filter((entry) => entry.act.startsWith("operations.")).length,
    done,
  )
}

async function insistOnBuilt(stage: RaceStage, orderId: string, wanted: number): Promise<void> {
  const [found] = await stage.rows(
    `select (select count(*)::int from billing.invoices where order_id = $1) as invoices,
      (select count(*)::int from provisioning.services where order_id = $1) as services,
      (select count(*)::int from sandbox.virtfusion_servers m join provisioning.services s on s.id = m.name
        where s.order_id = $1 and m.delete_at is null) as servers`,
    orderId,
  )
  insist("invoices, services, servers", found, { invoices: 1, services: wanted, servers: wanted })
}
