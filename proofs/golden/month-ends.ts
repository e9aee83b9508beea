import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const monthEnds: GoldenStory = {
  name: "month-ends",
  reckoning: `
    Bought on 31 January 2027 by the month. Each time is counted from that day and never from the one before it:
    31 January to 27 February, 28 February to 30 March, 31 March to 29 April, 30 April to 30 May.
    30,000 won hold the tax of a tenth: 30,000 / 11 = 2,727.27, so 2,727, and 27,273 net.
    It is asked for seven days before the last usable day: on 20 February, 23 March and 22 April.
    Earned day by day, each time rounded in all: in January 27,273 / 28 = 974; in February the other 26,299 and
    27,273 / 31 = 880 for the 28th; in March the other 26,393 and 27,273 / 30 = 909; in April the other 26,364 and
    27,273 / 31 = 880. What is left of the fourth, 26,393, is still to be earned.`,
  shop: { opensAt: "2027-01-31T10:00", plans: [monthly("A", 30_000n)] },
  play: async ({ customer, buy, until, payNext }) => {
    const bought = await buy(await customer(), { plan: "A" })
    for (const lastDay of ["2027-02-27", "2027-03-30", "2027-04-29"]) {
      await until(`${lastDay}T10:00`)
      await payNext(bought)
    }
    await until("2027-05-01T10:00")
  },
  book: `
2027-01-31
  PR-2027-000001 asks for 30,000 KRW by 2027-02-07 (order)
  INV-2027-000001: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month): 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-01 in all
  paid for days to come 27,273, earned by its days 974 KRW

2027-02-20
  PR-2027-000002 asks for 30,000 KRW by 2027-02-27 (renewal)

2027-02-27
  INV-2027-000002: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-02-28 to 2027-03-30: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-02 in all
  paid for days to come 27,273, earned by its days 27,179 KRW

2027-03-23
  PR-2027-000003 asks for 30,000 KRW by 2027-03-30 (renewal)

2027-03-30
  INV-2027-000003: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-03-31 to 2027-04-29: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-03 in all
  paid for days to come 27,273, earned by its days 27,302 KRW

2027-04-22
  PR-2027-000004 asks for 30,000 KRW by 2027-04-29 (renewal)

2027-04-29
  INV-2027-000004: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-04-30 to 2027-05-30: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-04 in all
  paid for days to come 27,273, earned by its days 27,244 KRW

At the end
  cash:sandbox-card 120,000 KRW
  deferred:hosting -26,393 KRW
  revenue:hosting -82,699 KRW
  tax:payable -10,908 KRW
  the gateway has taken KRW 120000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-01-31, first unpaid day 2027-05-31
`,
}
