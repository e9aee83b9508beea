import { berlin, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const fallBack: GoldenStory = {
  name: "fall-back",
  reckoning: `
    Berlin turns its clocks back on Sunday 25 October 2026: that day has 25 hours, and 02:30 comes twice. 19 % come on
    top of 31.00: 5.89. A buys on Saturday at 23:30: 24 October to 23 November. B buys on Sunday at the first 02:30, C at
    the second: both 25 October to 24 November. All are 31 days at 1.00 a day.
    On 4 November C changes to N at 62.00: 21 of 31 days are left, 42.00 - 21.00 = 21.00 and 3.99 of tax.
    Earned in October: 8.00 + 7.00 + 7.00. In November by the 25th: A 23.00 and two days of 30 at 31.00 (2.07), B 24.00
    and one such day (1.03), C 24.00, 21.00 and one day of 30 at 62.00 (2.07), together 97.17.`,
  shop: {
    opensAt: "2026-10-24T23:30",
    settings: berlin,
    plans: [monthly("M", 3_100n, "EUR"), monthly("N", 6_200n, "EUR")],
  },
  play: async ({ customer, buy, until, changeTo, payNext }) => {
    const saturday = await buy(await customer(), { plan: "M", currency: "EUR" })
    await until("2026-10-25T02:30+02:00")
    const first = await buy(await customer(), { plan: "M", currency: "EUR" })
    await until("2026-10-25T02:30+01:00")
    const second = await buy(await customer(), { plan: "M", currency: "EUR" })
    await until("2026-11-04T00:30")
    await changeTo(second, "N")
    await until("2026-11-23T23:30")
    await payNext(saturday)
    await until("2026-11-24T00:30")
    await payNext(first)
    await payNext(second)
    await until("2026-11-26T00:30")
  },
  book: `
2026-10-24
  PR-2026-000001 asks for 36.89 EUR by 2026-10-31 (order)
  INV-2026-000001: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month): 31.00 + 5.89 = 36.89 EUR
  received    cash:sandbox-card 36.89 | unapplied:A -36.89
  invoiced    receivable:A 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  applied     unapplied:A 36.89 | receivable:A -36.89

2026-10-25
  PR-2026-000002 asks for 36.89 EUR by 2026-11-01 (order)
  PR-2026-000003 asks for 36.89 EUR by 2026-11-01 (order)
  INV-2026-000002: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month): 31.00 + 5.89 = 36.89 EUR
  INV-2026-000003: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month): 31.00 + 5.89 = 36.89 EUR
  received    cash:sandbox-card 36.89 | unapplied:B -36.89
  received    cash:sandbox-card 36.89 | unapplied:C -36.89
  invoiced    receivable:B 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  invoiced    receivable:C 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  applied     unapplied:B 36.89 | receivable:B -36.89
  applied     unapplied:C 36.89 | receivable:C -36.89

2026-10 in all
  paid for days to come 93.00, earned by its days 22.00 EUR

2026-11-04
  PR-2026-000004 asks for 24.99 EUR by 2026-11-11 (change)
  INV-2026-000004: 21.00 + 3.99 = 24.99 EUR
    N · server-1.example.com (change of plan), 2026-11-04 to 2026-11-24: 21.00 + 3.99 = 24.99 EUR
  received    cash:sandbox-card 24.99 | unapplied:C -24.99
  invoiced    receivable:C 24.99 | revenue:hosting -21.00 | tax:payable -3.99
  applied     unapplied:C 24.99 | receivable:C -24.99
  * the plan is changed

2026-11-16
  PR-2026-000005 asks for 36.89 EUR by 2026-11-23 (renewal)

2026-11-17
  PR-2026-000006 asks for 36.89 EUR by 2026-11-24 (renewal)
  PR-2026-000007 asks for 73.78 EUR by 2026-11-24 (renewal)

2026-11-23
  INV-2026-000005: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month), 2026-11-24 to 2026-12-23: 31.00 + 5.89 = 36.89 EUR
  received    cash:sandbox-card 36.89 | unapplied:A -36.89
  invoiced    receivable:A 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  applied     unapplied:A 36.89 | receivable:A -36.89

2026-11-24
  INV-2026-000006: 31.00 + 5.89 = 36.89 EUR
    M · server-1.example.com (1 month), 2026-11-25 to 2026-12-24: 31.00 + 5.89 = 36.89 EUR
  INV-2026-000007: 62.00 + 11.78 = 73.78 EUR
    N · server-1.example.com (1 month), 2026-11-25 to 2026-12-24: 62.00 + 11.78 = 73.78 EUR
  received    cash:sandbox-card 36.89 | unapplied:B -36.89
  received    cash:sandbox-card 73.78 | unapplied:C -73.78
  invoiced    receivable:B 36.89 | revenue:hosting -31.00 | tax:payable -5.89
  invoiced    receivable:C 73.78 | revenue:hosting -62.00 | tax:payable -11.78
  applied     unapplied:B 36.89 | receivable:B -36.89
  applied     unapplied:C 73.78 | receivable:C -73.78

2026-11 in all
  paid for days to come 145.00, earned by its days 97.17 EUR

At the end
  cash:sandbox-card 283.22 EUR
  deferred:hosting -118.83 EUR
  revenue:hosting -119.17 EUR
  tax:payable -45.22 EUR
  the gateway has taken EUR 28322, sent back 0
  A: M · server-1.example.com active, monthly from 2026-10-24, first unpaid day 2026-12-24
  B: M · server-1.example.com active, monthly from 2026-10-25, first unpaid day 2026-12-25
  C: N · server-1.example.com active, monthly from 2026-10-25, first unpaid day 2026-12-25
`,
}
