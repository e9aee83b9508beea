import type { Company } from "#app/testing/company.ts"
import { giveBack } from "#billing"

/** A few weeks in which everything happens that the books know: two currencies, cards that fail, credit, money back. */
export async function playMixedTrade(company: Company, say: (words: string) => void): Promise<void> {
  for (let week = 0; week < 3; week += 1) {
    for (const currency of ["KRW", "USD"] as const) {
      const order = await company.placeOrder({ currency, cycle: week === 1 ? "annual" : "monthly" })
      await company.pay(order.attemptId)
    }
    const failed = await company.placeOrder()
    await company.pay(failed.attemptId, { card: "no-money" })
    await company.settle()
    await payByCredit(company)
    await company.travel({ days: 7 })
  }
  const undone = await company.placeOrder({ quantity: 2 })
  await company.pay(undone.attemptId)
  await company.settle()
  await company.ground.inTenant(company.tenant, (ctx) =>
    giveBack(ctx, { paymentRequestId: undone.requestId, reason: "not deliverable" }),
  )
  await company.settle()
  say(
    "three weeks: sales in KRW and USD, failed cards, credit given, used and set aside, one sale given back",
  )
}

/** A present, money paid in, one request paid by them and the rest set aside for another that stays open. */
async function payByCredit(company: Company): Promise<void> {
  const by = await company.customer()
  const { credit } = company.operator.api
  for (const [kind, minor] of [
    ["given", "4000"],
    ["paid", "9500"],
  ] as const) {
    const amount = { minor, currency: "KRW" } as const
    await credit.change({ accountId: by.accountId ?? "", act: "give", kind, amount, reason: "for the books" })
  }
  for (const _ of [0, 1]) {
    const order = await company.placeOrder({ by })
    await company.pay(order.attemptId, { card: "no-money" })
    await company.settle()
    await by.api.billing.paymentRequests.useCredit({ id: order.requestId })
  }
  await company.settle()
}
