import { berlin, daily, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const springForward: GoldenStory = {
  name: "spring-forward",
  reckoning: `
    Berlin turns its clocks forward on Sunday 29 March 2026: that day has 23 hours, and it is a day like any other. 19 %
    come on top: 31.00 and 5.89; 0.33 and 0.0627, so 0.06.
    Customer A buys M on Saturday at 23:30 (28 March, and in Greenwich, too): to 27 April. Customer C buys it an hour
    later by the clock, on Sunday at 00:30 (in Greenwich it is still Saturday): 29 March to 28 April. Both are 31 days,
    at 1.00 a day. Customer B pays by the day: for the 28th, the 29th and the 30th, and then no more: overdue on the
    31st, suspended on 6 April, seven days after the last usable day, a Monday.
    C takes the purchase back on 3 April, five days used, within the law's seven: 36.89 × 26 / 31 = 30.94, its tax
    5.89 × 30.94 / 36.89 = 4.94. Earned in March: A 4.00, C 3.00, B 3 × 0.33, together 7.99; in April A 27.00 and C
    2.00, for the 1st and the 2nd.`,
  shop: {
    opensAt: "2026-03-28T23:30",
    settings: berlin,
    plans: [monthly("M", 3_100n, "EUR"), daily("D", 33n, "EUR")],
  },
  play: async ({ customer, buy, until, payNext, takeBack }) => {
    const saturday = await buy(await customer(), { plan: "M", currency: "EUR" })
    const byDay = await buy(await customer(), { plan: "D", cycle: "daily", currency: "EUR" })
    await until("2026-03-29T00:30")
    await payNext(byDay)
    const sunday = await buy(await customer(), { plan: "M", currency: "EUR" })
    await until("2026-03-30T00:30")
    await payNext(byDay)
    await until("2026-04-03T23:30")
    await takeBack(sunday)
    await until("2026-04-27T12:00")
    await payNext(saturday)
    await until("2026-04-28T12:00")
  },
  book: `
2026-03-28
  PR-2026-000001 asks for 36.89 EUR by 2026-04-04 (order)
  PR-2026-000002 asks for 0.39 EUR by 2026-04-04 (order)
  INV-2026-000001: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month): 31.00 + 5.89 = 36.89 EUR
  INV-2026-000002: 0.33 + 0.06 = 0.39 EUR
    D · server-1.example.com (1 day): 0.33 + 0.06 = 0.39 EUR
  received    cash:sandbox-card 0.39 | unapplied:B -0.39
  received    cash:sandbox-card 36.89 | unapplied:A -36.89
  invoiced    receivable:A 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  invoiced    receivable:B 0.39 | revenue:hosting -0.33 | tax:payable -0.06
  applied     unapplied:A 36.89 | receivable:A -36.89
  applied     unapplied:B 0.39 | receivable:B -0.39

2026-03-29
  PR-2026-000003 asks for 0.39 EUR by 2026-03-29 (renewal)
  PR-2026-000004 asks for 36.89 EUR by 2026-04-05 (order)
  INV-2026-000003: 0.33 + 0.06 = 0.39 EUR
    D · server-1.example.com (1 day), 2026-03-29 to 2026-03-29: 0.33 + 0.06 = 0.39 EUR
  INV-2026-000004: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month): 31.00 + 5.89 = 36.89 EUR
  received    cash:sandbox-card 0.39 | unapplied:B -0.39
  received    cash:sandbox-card 36.89 | unapplied:C -36.89
  invoiced    receivable:B 0.39 | revenue:hosting -0.33 | tax:payable -0.06
  invoiced    receivable:C 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  applied     unapplied:B 0.39 | receivable:B -0.39
  applied     unapplied:C 36.89 | receivable:C -36.89

2026-03-30
  PR-2026-000005 asks for 0.39 EUR by 2026-03-30 (renewal)
  INV-2026-000005: 0.33 + 0.06 = 0.39 EUR
    D · server-1.example.com (1 day), 2026-03-30 to 2026-03-30: 0.33 + 0.06 = 0.39 EUR
  received    cash:sandbox-card 0.39 | unapplied:B -0.39
  invoiced    receivable:B 0.39 | revenue:hosting -0.33 | tax:payable -0.06
  applied     unapplied:B 0.39 | receivable:B -0.39

2026-03-31
  PR-2026-000006 asks for 0.39 EUR by 2026-03-31 (renewal)
  * overdue

2026-03 in all
  paid for days to come 62.99, earned by its days 7.99 EUR

2026-04-03
  CN-2026-000001 takes back of INV-2026-000004: 26.00 + 4.94 = 30.94 EUR
    M · server-1.example.com (1 month): 26.00 + 4.94 = 30.94 EUR
  credited    revenue:hosting 26.00 | tax:payable 4.94 | unapplied:C -30.94
  sent back   unapplied:C 30.94 | cash:sandbox-card -30.94
  * ended

2026-04-06
  * suspended for want of money

2026-04-20
  PR-2026-000007 asks for 36.89 EUR by 2026-04-27 (renewal)

2026-04-27
  INV-2026-000006: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month), 2026-04-28 to 2026-05-27: 31.00 + 5.89 = 36.89 EUR
  received    cash:sandbox-card 36.89 | unapplied:A -36.89
  invoiced    receivable:A 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  applied     unapplied:A 36.89 | receivable:A -36.89

2026-04 in all
  paid for days to come 31.00, taken back of them 26.00, earned by its days 29.00 EUR

At the end
  cash:sandbox-card 80.90 EUR
  deferred:hosting -31.00 EUR
  revenue:hosting -36.99 EUR
  tax:payable -12.91 EUR
  the gateway has taken EUR 11184, sent back 3094
  A: M · server-1.example.com active, monthly from 2026-03-28, first unpaid day 2026-05-28
  B: D · server-1.example.com suspended, daily from 2026-03-28, first unpaid day 2026-03-31
  C: M · server-1.example.com cancelled, monthly from 2026-03-29, first unpaid day 2026-04-29
`,
}
