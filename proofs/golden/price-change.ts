import { monthly, publishPrice } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const priceChange: GoldenStory = {
  name: "price-change",
  reckoning: `
    Two customers buy A at 30,000 won on 1 June. From 10 June on it costs 36,000 (32,727 and a tax of
    36,000 / 11 = 3,272.7, so 3,273), and a third one buys at that. Those who bought before keep 30,000 in July.
    On 5 July they are asked for 36,000 from their next time on, 1 August. The first agrees and pays 36,000; the second
    says nothing and pays 30,000: nobody pays more who did not agree.
    Earned in June: 27,273 twice and 32,727 × 21 / 30 = 22,908.9, so 77,455. In July: 27,273 twice, the other 9,818 of
    the third, and 22 of the 31 days from 10 July on: 32,727 × 22 / 31 = 23,225.6, together 87,590.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n)] },
  play: async (shop) => {
    const { operator, customer, buy, until, payNext, company } = shop
    const agrees = await buy(await customer(), { plan: "A" })
    const silent = await buy(await customer(), { plan: "A" })
    await until("2027-06-10T10:00")
    const planId = await publishPrice(shop, "A", "36000")
    const newcomer = await buy(await customer(), { plan: "A" })
    await until("2027-06-30T10:00")
    await payNext(agrees)
    await payNext(silent)
    await until("2027-07-05T10:00")
    await operator.repricing.changes.start({ planId })
    await until("2027-07-06T10:00")
    const { own } = agrees.by.api.repricing
    const [asked] = (await own.list()).items
    if (!asked) throw new Error("Nobody was asked.")
    await own.answer({ id: asked.id, isAgreed: true, expected: asked.after })
    await company.settle()
    await until("2027-07-09T10:00")
    await payNext(newcomer)
    await until("2027-07-31T10:00")
    await payNext(agrees)
    await payNext(silent)
    await until("2027-08-01T10:00")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 30,000 KRW by 2027-06-08 (order)
  PR-2027-000002 asks for 30,000 KRW by 2027-06-08 (order)
  INV-2027-000001: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month): 27,273 + 2,727 = 30,000 KRW
  INV-2027-000002: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month): 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  received    cash:sandbox-card 30,000 | unapplied:B -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  invoiced    receivable:B 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000
  applied     unapplied:B 30,000 | receivable:B -30,000

2027-06-10
  PR-2027-000003 asks for 36,000 KRW by 2027-06-17 (order)
  INV-2027-000003: 32,727 + 3,273 = 36,000 KRW
    A · server-1.example.com (1 month): 32,727 + 3,273 = 36,000 KRW
  received    cash:sandbox-card 36,000 | unapplied:C -36,000
  invoiced    receivable:C 36,000 | revenue:hosting -32,727 | tax:payable -3,273
  applied     unapplied:C 36,000 | receivable:C -36,000

2027-06-23
  PR-2027-000004 asks for 30,000 KRW by 2027-06-30 (renewal)
  PR-2027-000005 asks for 30,000 KRW by 2027-06-30 (renewal)

2027-06-30
  INV-2027-000004: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-01 to 2027-07-31: 27,273 + 2,727 = 30,000 KRW
  INV-2027-000005: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-01 to 2027-07-31: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  received    cash:sandbox-card 30,000 | unapplied:B -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  invoiced    receivable:B 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000
  applied     unapplied:B 30,000 | receivable:B -30,000

2027-06 in all
  paid for days to come 141,819, earned by its days 77,455 KRW

2027-07-02
  PR-2027-000006 asks for 36,000 KRW by 2027-07-09 (renewal)

2027-07-09
  INV-2027-000006: 32,727 + 3,273 = 36,000 KRW
    A · server-1.example.com (1 month), 2027-07-10 to 2027-08-09: 32,727 + 3,273 = 36,000 KRW
  received    cash:sandbox-card 36,000 | unapplied:C -36,000
  invoiced    receivable:C 36,000 | revenue:hosting -32,727 | tax:payable -3,273
  applied     unapplied:C 36,000 | receivable:C -36,000

2027-07-24
  PR-2027-000007 asks for 36,000 KRW by 2027-07-31 (renewal)
  PR-2027-000008 asks for 30,000 KRW by 2027-07-31 (renewal)

2027-07-31
  INV-2027-000007: 32,727 + 3,273 = 36,000 KRW
    A · server-1.example.com (1 month), 2027-08-01 to 2027-08-31: 32,727 + 3,273 = 36,000 KRW
  INV-2027-000008: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-08-01 to 2027-08-31: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:B -30,000
  received    cash:sandbox-card 36,000 | unapplied:A -36,000
  invoiced    receivable:A 36,000 | revenue:hosting -32,727 | tax:payable -3,273
  invoiced    receivable:B 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 36,000 | receivable:A -36,000
  applied     unapplied:B 30,000 | receivable:B -30,000

2027-07 in all
  paid for days to come 92,727, earned by its days 87,590 KRW

At the end
  cash:sandbox-card 258,000 KRW
  deferred:hosting -69,501 KRW
  revenue:hosting -165,045 KRW
  tax:payable -23,454 KRW
  the gateway has taken KRW 258000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-06-01, first unpaid day 2027-09-01
  B: A · server-1.example.com active, monthly from 2027-06-01, first unpaid day 2027-09-01
  C: A · server-1.example.com active, monthly from 2027-06-10, first unpaid day 2027-08-10
`,
}
