import type { GoldenStory } from "../parts/golden-story.ts"

export const leapYears: GoldenStory = {
  name: "leap-years",
  reckoning: `
    Bought on 29 February 2028 by the year, each counted from that day: 29 February 2028 to 27 February 2029 (365 days),
    28 February 2029 and 2030 to 27 February, and 28 February 2031 to 28 February 2032 (366 days), for 2032 has a 29th.
    366,000 won hold a tax of 366,000 / 11 = 33,272.7, so 33,273, and 332,727 net.
    Earned in 2028: 307 of 365 days, 332,727 × 307 / 365 = 279,855.3. In 2029 the other 52,872 and again 307 days,
    together 332,727; the same in 2030. In 2031 the other 52,872 and one day of 366: 332,727 / 366 = 909, together
    53,781; 331,818 are still to be earned.`,
  shop: {
    opensAt: "2028-02-29T10:00",
    plans: [
      { name: "Y", prices: [{ cycle: "annual", currency: "KRW", amountMinor: 366_000n, setupMinor: 0n }] },
    ],
  },
  sums: "year",
  play: async ({ customer, buy, until, payNext }) => {
    const bought = await buy(await customer(), { plan: "Y", cycle: "annual" })
    for (const lastDay of ["2029-02-27", "2030-02-27", "2031-02-27"]) {
      await until(`${lastDay}T10:00`)
      await payNext(bought)
    }
    await until("2031-03-01T00:30")
  },
  book: `
2028-02-29
  PR-2028-000001 asks for 366,000 KRW by 2028-03-07 (order)
  INV-2028-000001: 332,727 + 33,273 = 366,000 KRW
    Y · server-1.example.com (12 months): 332,727 + 33,273 = 366,000 KRW
  received    cash:sandbox-card 366,000 | unapplied:A -366,000
  invoiced    receivable:A 366,000 | revenue:hosting -332,727 | tax:payable -33,273
  applied     unapplied:A 366,000 | receivable:A -366,000

2028 in all
  paid for days to come 332,727, earned by its days 279,855 KRW

2029-02-20
  PR-2029-000001 asks for 366,000 KRW by 2029-02-27 (renewal)

2029-02-27
  INV-2029-000001: 332,727 + 33,273 = 366,000 KRW
    Y · server-1.example.com (12 months), 2029-02-28 to 2030-02-27: 332,727 + 33,273 = 366,000 KRW
  received    cash:sandbox-card 366,000 | unapplied:A -366,000
  invoiced    receivable:A 366,000 | revenue:hosting -332,727 | tax:payable -33,273
  applied     unapplied:A 366,000 | receivable:A -366,000

2029 in all
  paid for days to come 332,727, earned by its days 332,727 KRW

2030-02-20
  PR-2030-000001 asks for 366,000 KRW by 2030-02-27 (renewal)

2030-02-27
  INV-2030-000001: 332,727 + 33,273 = 366,000 KRW
    Y · server-1.example.com (12 months), 2030-02-28 to 2031-02-27: 332,727 + 33,273 = 366,000 KRW
  received    cash:sandbox-card 366,000 | unapplied:A -366,000
  invoiced    receivable:A 366,000 | revenue:hosting -332,727 | tax:payable -33,273
  applied     unapplied:A 366,000 | receivable:A -366,000

2030 in all
  paid for days to come 332,727, earned by its days 332,727 KRW

2031-02-20
  PR-2031-000001 asks for 366,000 KRW by 2031-02-27 (renewal)

2031-02-27
  INV-2031-000001: 332,727 + 33,273 = 366,000 KRW
    Y · server-1.example.com (12 months), 2031-02-28 to 2032-02-28: 332,727 + 33,273 = 366,000 KRW
  received    cash:sandbox-card 366,000 | unapplied:A -366,000
  invoiced    receivable:A 366,000 | revenue:hosting -332,727 | tax:payable -33,273
  applied     unapplied:A 366,000 | receivable:A -366,000

2031 in all
  paid for days to come 332,727, earned by its days 53,781 KRW

At the end
  cash:sandbox-card 1,464,000 KRW
  deferred:hosting -331,818 KRW
  revenue:hosting -999,090 KRW
  tax:payable -133,092 KRW
  the gateway has taken KRW 1464000, sent back 0
  A: Y · server-1.example.com active, annual from 2028-02-29, first unpaid day 2032-02-29
`,
}
