import { type Buyer, payWith, startPaying } from "./buy.ts"
import type { Stage } from "./stage.ts"

const APOLOGY = {
  KRW: { minor: "5000", currency: "KRW" },
  USD: { minor: "500", currency: "USD" },
} as const

/** What buyers do about what they have, on its day. */
export async function letActLater(stage: Stage, buyer: Buyer): Promise<void> {
  const { later } = buyer.newcomer.purchase
  const [subscription] = (await buyer.api.billing.subscriptions.list({ limit: 1 })).items
  if (!later || subscription?.state !== "active") return
  switch (later.act) {
    case "refund":
      return takeBack(buyer, subscription.id)
    case "cancel":
      await buyer.api.billing.subscriptions.cancel({ id: subscription.id, at: "end", reason: "not_needed" })
      return
    case "extend": {
      const asked = await buyer.api.billing.subscriptions.extend({ id: subscription.id, cycles: 2 })
      return payAlone(stage, buyer, asked.paymentRequestId)
    }
    case "upgrade":
      return upgrade(stage, buyer, subscription.subject)
    case "credit":
      await stage.operator.credit.change({
        accountId: buyer.accountId,
        act: "give",
        kind: "given",
        amount: APOLOGY[subscription.price.currency === "KRW" ? "KRW" : "USD"],
        reason: buyer.newcomer.language === "ko" ? "불편을 드린 데 대한 보상" : "For the trouble you had",
      })
  }
}

async function takeBack({ api }: Buyer, subscriptionId: string): Promise<void> {
  const { purchases } = await api.billing.refunds.preview({ id: subscriptionId })
  const last = purchases[0]
  if (!last?.pays) return
  const { periodId, amount } = last
  await api.billing.refunds.request({ id: subscriptionId, periodId, expected: amount })
}

async function upgrade(stage: Stage, buyer: Buyer, serviceId: string): Promise<void> {
  const { options } = await buyer.api.orders.planChanges.preview({ id: serviceId })
  const larger = options.find(({ hindrance, outcome }) => hindrance === null && outcome === "pay")
  if (!larger) return
  const { planId, outcome, amount } = larger
  const change = await buyer.api.orders.planChanges.request({
    id: serviceId,
    planId,
    expected: { outcome, amount },
  })
  if (change.paymentRequestId) await payAlone(stage, buyer, change.paymentRequestId)
}

/** Requests to pay that nobody answers of themselves: most people do, before their time is over. */
export async function payRenewals(stage: Stage, buyers: readonly Buyer[]): Promise<void> {
  for (const buyer of buyers) {
    const [subscription] = (await buyer.api.billing.subscriptions.list({ limit: 1 })).items
    if (!subscription?.paymentRequestId || subscription.collection === "automatic") continue
    if (subscription.state !== "active" || buyer.newcomer.number % FORGETFUL === 0) continue
    await payAlone(stage, buyer, subscription.paymentRequestId)
  }
}

/** Every so many of them forgets, is reminded, and in the end suspended. */
const FORGETFUL = 3

async function payAlone(stage: Stage, buyer: Buyer, requestId: string): Promise<void> {
  const attemptId = await startPaying(buyer, requestId)
  await stage.player.settle({ within: { minutes: 1 } })
  await payWith(stage, buyer, attemptId, "approved")
  await stage.player.settle({ within: { minutes: 5 } })
}

/** Whoever left a card lets it pay from now on. */
export async function payByCard({ api }: Buyer): Promise<void> {
  const [subscription] = (await api.billing.subscriptions.list({ limit: 1 })).items
  const [method] = (await api.payments.methods.list({ limit: 1 })).items
  if (!subscription || !method || subscription.collection === "automatic") return
  await api.billing.subscriptions.chooseCollection({
    id: subscription.id,
    collection: "automatic",
    methodId: method.id,
  })
}
