import { demoSettings } from "../demo-tenant.ts"
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

/** Requests to pay that nobody answers of themselves: most people do in time, some late, some never. */
export async function payRenewals(stage: Stage, buyers: readonly Buyer[], daysLeft: number): Promise<void> {
  const { operator, player, clock } = stage
  const byAccount = new Map(buyers.map((buyer) => [buyer.accountId, buyer]))
  const today = clock.today(demoSettings.timeZone)
  const open = await operator.billing.paymentRequests.list({ state: "open", purpose: "renewal", limit: 100 })
  const attempts: (readonly [Buyer, string])[] = []
  let transfers = 0
  for (const { id, accountId, dueOn, left } of open.items) {
    const buyer = byAccount.get(accountId)
    const overdue = today.since(Temporal.PlainDate.from(dueOn)).days
    if (!buyer || overdue < paysAt(buyer.newcomer, { dueOn, daysLeft })) continue
    if (buyer.newcomer.company === undefined) attempts.push([buyer, await startPaying(buyer, id)])
    else {
      const reference = `Demo transfer ${buyer.newcomer.number}`
      const received = { id, amount: left, receivedOn: today.toString(), reference }
      await operator.billing.paymentRequests.recordTransfer(received)
      transfers += 1
    }
  }
  if (attempts.length + transfers === 0) return
  if (attempts.length > 0) await player.settle({ within: { minutes: 1 } })
  for (const [buyer, attemptId] of attempts) await payWith(stage, buyer, attemptId, "approved")
  await player.settle({ within: { minutes: 5 } })
}

/** From how many days after its day somebody pays a request. Each time is another; who never pays loses what they have. */
function paysAt(
  { number, purchase }: Buyer["newcomer"],
  { dueOn, daysLeft }: { readonly dueOn: string; readonly daysLeft: number },
): number {
  // A card that was left pays by itself; half of those whose card is dead look after it.
  if (purchase.keeps) return number % 2 === 0 ? DAYS_TILL_CARDS_ARE_GIVEN_UP : NEVER
  // Who hesitates in the last weeks is still seen to.
  if (daysLeft < DAYS_OF_HESITATION && number % 3 === 0) return NEVER
  const mood = (number * 7 + Number(dueOn.slice(5, 7)) * 3) % MOODS
  return [NEVER, SUSPENDED, A_LITTLE_LATE, A_LITTLE_LATE][mood] ?? IN_TIME
}

const MOODS = 17
const DAYS_OF_HESITATION = 30
const DAYS_TILL_CARDS_ARE_GIVEN_UP = 6
const NEVER = Number.POSITIVE_INFINITY
const SUSPENDED = 11
const A_LITTLE_LATE = 2
const IN_TIME = -4

async function payAlone(stage: Stage, buyer: Buyer, requestId: string): Promise<void> {
  const attemptId = await startPaying(buyer, requestId)
  await stage.player.settle({ within: { minutes: 1 } })
  await payWith(stage, buyer, attemptId, "approved")
  await stage.player.settle({ within: { minutes: 5 } })
}

/** Whoever left a card lets it pay from now on. */
export async function payByCard({ api }: Buyer): Promise<void> {
  const { items } = await api.billing.subscriptions.list({ limit: 10 })
  const [method] = (await api.payments.methods.list({ limit: 1 })).items
  if (!method) return
  for (const { id, collection, state } of items) {
    if (collection === "automatic" || state !== "active") continue
    await api.billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId: method.id })
  }
}
