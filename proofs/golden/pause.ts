import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const pause: GoldenStory = {
  name: "pause",
  reckoning: `
    A at 30,000 won for June. On 20 June its customer lets it stand still until 15 July. Nothing is asked for the days
    between; the next time begins on 15 July, which it is counted from ever after, and is asked for on 7 July, seven
    days before the 14th. 15 July to 14 August are 31 days, 17 of them in July: 27,273 × 17 / 31 = 14,955.8, so 14,956;
    the other 12,317 by 14 August. 1 to 14 July cost nothing and earn nothing.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n)] },
  play: async ({ customer, buy, until, payNext }) => {
    const bought = await buy(await customer(), { plan: "A" })
    await until("2027-06-20T10:00")
    await bought.by.api.billing.subscriptions.pause({ id: bought.id, until: "2027-07-15" })
    await until("2027-07-14T10:00")
    await payNext(bought)
    await until("2027-08-14T10:00")
    await payNext(bought)
    await until("2027-08-15T10:00")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 30,000 KRW by 2027-06-08 (order)
  INV-2027-000001: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month): 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-06 in all
  paid for days to come 27,273, earned by its days 27,273 KRW

2027-07-01
  * stands still as wished

2027-07-07
  PR-2027-000002 asks for 30,000 KRW by 2027-07-14 (renewal)

2027-07-14
  INV-2027-000002: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-15 to 2027-08-14: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-07-15
  * runs again

2027-07 in all
  paid for days to come 27,273, earned by its days 14,956 KRW

2027-08-07
  PR-2027-000003 asks for 30,000 KRW by 2027-08-14 (renewal)

2027-08-14
  INV-2027-000003: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-08-15 to 2027-09-14: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-08 in all
  paid for days to come 27,273, earned by its days 12,317 KRW

At the end
  cash:sandbox-card 90,000 KRW
  deferred:hosting -27,273 KRW
  revenue:hosting -54,546 KRW
  tax:payable -8,181 KRW
  the gateway has taken KRW 90000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-07-15, first unpaid day 2027-09-15
`,
}
