import { fromWire } from "#kit/money.ts"
import { chargeSavedMethod } from "#payments"
import { terminateService } from "#provisioning"
import type { Company } from "./company.ts"
import type { FaultBooks, OrderTrace } from "./fault-books.ts"

export type PhaseName =
  | "checkout"
  | "payment"
  | "asking"
  | "leaving"
  | "charge"
  | "removal"
  | "termination"
  | "refund"
  | "night"
export type JourneyName = keyof typeof journeys

/** What is played, and looked at when it is over. */
export interface Stage {
  readonly company: Company
  readonly books: FaultBooks
  readonly comesBack: boolean
  /** Something fails for half a day: a page at the gateway may close meanwhile, and whoever pays begins anew. */
  readonly mayExpire: boolean
  /** One phase from its cause to its rest; whoever spoils calls does it around this. */
  phase(name: PhaseName, act: () => Promise<void>): Promise<void>
}

/** Each says what is wrong at its end; nothing when all is as it should be. */
export const journeys = {
  /** A server is bought, built, and deleted again. */
  life: async (stage: Stage): Promise<string[]> => {
    const orderId = await buy(stage, "vps")
    const bought = expectTrace("after the sale", await stage.books.trace(orderId), delivered)
    const services = await stage.company.operator.api.provisioning.services.list({ limit: 1 })
    const [service] = services.items
    if (!service) return ["there is no service to end"]
    await stage.phase("termination", () =>
      stage.company.ground.inTenant(stage.company.tenant, (ctx) =>
        terminateService(ctx, service.id, { reason: "the trial is over" }),
      ),
    )
    return [...bought, ...expectTrace("after the end", await stage.books.trace(orderId), ended)]
  },
  /** A server that needs an approval is paid for and refused: the money goes back. */
  refund: async (stage: Stage): Promise<string[]> => {
    const orderId = await buy(stage, "storage-vps")
    const held = expectTrace("after the payment", await stage.books.trace(orderId), paidAndHeld)
    await stage.phase("refund", async () => {
      await stage.company.operator.api.orders.reject({ id: orderId, reason: "none of these are left" })
    })
    return [...held, ...expectTrace("after the refund", await stage.books.trace(orderId), sentBack)]
  },
  /** A card is left for later, a server is paid with it while nobody is there, and the card is taken back. */
  keptCard: async (stage: Stage): Promise<string[]> => {
    const { company, books } = stage
    const by = await company.customer()
    const accountId = by.accountId ?? ""
    const asked = Promise.withResolvers<string>()
    await stage.phase("asking", async () => {
      asked.resolve((await by.api.payments.setups.start({ id: accountId })).id)
    })
    const setupId = await asked.promise
    await stage.phase("leaving", async () => {
      const isOver =
        stage.mayExpire && (await by.api.payments.setups.get({ id: setupId })).state === "abandoned"
      const open = isOver ? (await by.api.payments.setups.start({ id: accountId })).id : setupId
      await company.leaveCard(by, open, { comesBack: stage.comesBack })
    })
    const [method, ...more] = (await by.api.payments.methods.list({})).items
    if (!method || more.length > 0) return [`${more.length + (method ? 1 : 0)} methods are kept, not one`]
    const placed = await company.placeOrder({ by })
    await company.pay(placed.attemptId, { card: "no-money" })
    await company.settle()
    const request = await by.api.billing.paymentRequests.get({ id: placed.requestId })
    await stage.phase("charge", () =>
      company.ground.inTenant(company.tenant, async (ctx) => {
        const { requestId: reference } = placed
        const amount = fromWire(request.total)
        await chargeSavedMethod(ctx, { reference, accountId, amount, description: "VPS", language: "en" })
      }),
    )
    const charged = expectTrace("after the charge", await books.trace(placed.orderId), paidByKeptCard)
    await stage.phase("removal", async () => {
      await by.api.payments.methods.remove({ id: method.id })
    })
    const held = await books.countKeptCards(accountId)
    return held === 0 ? charged : [...charged, `${held} cards are still held after they were taken back`]
  },
  /** A day passes, with all that compares our books with others'. */
  night: async (stage: Stage): Promise<string[]> => {
    await stage.phase("night", () => stage.company.travel({ days: 1 }))
    return []
  },
} as const

/**
 * Where nobody could look for half a day what had become of a question, the gateway's page was closed meanwhile: its
 * payer begins anew, as the shop's own page tells them to.
 */
async function buy(stage: Stage, product: string): Promise<string> {
  const { company } = stage
  const placed = Promise.withResolvers<Awaited<ReturnType<Company["placeOrder"]>>>()
  await stage.phase("checkout", async () => placed.resolve(await company.placeOrder({ product })))
  const { attemptId, requestId, orderId, by } = await placed.promise
  await stage.phase("payment", async () => {
    const { state } = await by.api.payments.attempts.get({ id: attemptId })
    const isOver = stage.mayExpire && state === "abandoned"
    const open = isOver ? (await by.api.billing.paymentRequests.pay({ id: requestId })).id : attemptId
    await company.pay(open, { comesBack: stage.comesBack })
  })
  return orderId
}

export const journeyNames = Object.keys(journeys) as readonly JourneyName[]

type Expected = Partial<OrderTrace>

const paidOnce: Expected = { charges: 1, invoices: 1, needsPerson: false }
const standing: Expected = { machinesMade: 1, builds: 1 }
const unrefunded: Expected = { attemptStates: "settled", refunds: 0, refundedMinor: "0", creditNotes: 0 }
const delivered: Expected = {
  ...paidOnce,
  ...standing,
  ...unrefunded,
  orderState: "delivered",
  serviceStates: "active",
  machinesLeft: 1,
}
const paidByKeptCard: Expected = { ...delivered, attemptStates: "declined,settled" }
const ended: Expected = {
  ...paidOnce,
  ...standing,
  ...unrefunded,
  serviceStates: "ended",
  machinesLeft: 0,
}
const paidAndHeld: Expected = { ...paidOnce, ...unrefunded, machinesMade: 0 }
const sentBack: Expected = {
  ...paidOnce,
  orderState: "rejected",
  attemptStates: "refunded",
  refunds: 1,
  creditNotes: 1,
  machinesMade: 0,
}

function expectTrace(when: string, found: OrderTrace, expected: Expected): string[] {
  const seen = { ...found, attemptStates: found.attemptStates.replace(/^abandoned,/, "") }
  const wrong = Object.entries(expected).filter(([name, value]) => seen[name as keyof OrderTrace] !== value)
  const words = wrong.map(([name, value]) => `${name} is ${found[name as keyof OrderTrace]}, not ${value}`)
  if (expected === sentBack && found.refundedMinor !== found.chargedMinor) {
    words.push(`${found.refundedMinor} of ${found.chargedMinor} went back`)
  }
  return words.map((one) => `${when} ${one}`)
}
