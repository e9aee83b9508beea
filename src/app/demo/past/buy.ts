import { payAtPage } from "#sandbox/card.ts"
import type { NamedCard } from "#sandbox/card-test-cards.ts"
import type { Newcomer, Purchase } from "./plan.ts"
import { findRecommendation } from "./recommend.ts"
import { findMember, joinShop, type Member, type Stage } from "./stage.ts"

/** Somebody who ordered, with what is to be known of it later. */
export interface Buyer extends Member {
  readonly newcomer: Newcomer & { readonly purchase: Purchase }
  readonly requestId: string
}

export const COUPON = "WELCOME10"
/** One of so many newcomers was sent by somebody who is here already. */
const SENT_EVERY = 5

/** Those who came in one part of a day: they order, pay one after the other, and their servers are built together. */
export async function letBuy(stage: Stage, newcomers: readonly Newcomer[]): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  const attempts = new Map<Buyer, string>()
  for (const newcomer of newcomers) {
    const { purchase, isKnown } = newcomer
    const member = isKnown ? await findMember(stage, newcomer.email) : await joinShop(stage, newcomer)
    if (!purchase) continue
    const isSent = !isKnown && newcomer.number % SENT_EVERY === 0
    const sentBy = isSent ? { referralCode: await findRecommendation(stage) } : {}
    const requestId = await order(member, newcomer, { purchase, sentBy })
    const buyer = { ...member, requestId, newcomer: { ...newcomer, purchase } }
    buyers.push(buyer)
    attempts.set(buyer, await startPaying(member, requestId))
  }
  if (buyers.length === 0) return buyers
  await stage.player.settle({ within: { minutes: 1 } })
  for (const [buyer, attemptId] of attempts) await pay(stage, buyer, attemptId)
  await stage.player.settle({ within: { minutes: 10 } })
  return buyers
}

interface Wish {
  readonly purchase: Purchase
  readonly sentBy: { readonly referralCode?: string }
}

async function order({ api }: Member, newcomer: Newcomer, { purchase, sentBy }: Wish): Promise<string> {
  const currency = newcomer.country === "KR" ? "KRW" : "USD"
  const product = await api.catalog.products.get({ slug: purchase.product, currency })
  const plan = product.plans.find(({ slug }) => slug === purchase.plan)
  const place = newcomer.country === "KR" ? product.locations[0] : product.locations[1]
  const image = product.images[newcomer.number % product.images.length]
  if (!plan || !place || !image) throw new Error(`The demo company does not sell ${purchase.plan}.`)
  const { token } = await api.orders.carts.create({ currency })
  await api.orders.carts.addItem({
    token,
    planId: plan.id,
    cycle: purchase.cycle,
    locationId: place.id,
    imageId: image.id,
    hostname: purchase.hostname,
    quantity: purchase.servers,
  })
  if (purchase.hasCoupon) await api.orders.carts.addCoupon({ token, code: COUPON })
  const { country, language } = newcomer
  const terms = { country, language, acceptTerms: true } as const
  const ordered = await api.orders.checkout({ cartToken: token, ...terms, ...sentBy })
  return ordered.paymentRequestId ?? ""
}

export async function startPaying({ api }: Member, requestId: string): Promise<string> {
  const attempt = await api.billing.paymentRequests.pay({ id: requestId })
  return attempt.id
}

async function pay(stage: Stage, buyer: Buyer, attemptId: string): Promise<void> {
  const { payment, keeps } = buyer.newcomer.purchase
  if (payment === "walks-away") return
  if (payment === "no-money-first") {
    await payWith(stage, buyer, attemptId, "no-money")
    await stage.player.settle({ within: { minutes: 1 } })
    const again = await startPaying(buyer, buyer.requestId)
    await stage.player.settle({ within: { minutes: 1 } })
    return payWith(stage, buyer, again, "approved")
  }
  return payWith(stage, buyer, attemptId, keeps ?? payment, keeps !== undefined)
}

/** At the gateway's page, if it came to one. Its notice tells the shop. */
export async function payWith(
  { card }: Stage,
  { api }: Member,
  attemptId: string,
  named: NamedCard,
  keeps = false,
): Promise<void> {
  const { redirectUrl } = await api.payments.attempts.get({ id: attemptId })
  if (!redirectUrl) return
  await payAtPage(card, redirectUrl, { card: named, keeps })
}
