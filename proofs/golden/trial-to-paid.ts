import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

const trial = { days: 14, once: "shop" } as const

export const trialToPaid: GoldenStory = {
  name: "trial-to-paid",
  reckoning: `
    Four customers try something for fourteen days from 1 June 2027: free through 14 June, asked on 7 June, and nothing
    is booked until money comes.
    The first has left a card for A at 30,000 won and agreed: charged on 15 June, the day after, for 15 June to 14 July
    (27,273 + 2,727).
    The others try B at 60,000 (54,545 + 5,455) without a card. The second pays on 12 June: for 15 June to 14 July, too,
    because the free days stay free. The third does not: it stands still from 15 June, and pays on 18 June, for 18 June
    to 17 July, because the days between were owed by nobody. The fourth never pays: ended on 22 June, eight days after
    the last free one, and owes nothing.
    Earned in June: 27,273 × 16 / 30 = 14,545.6, so 14,546; 54,545 × 16 / 30 = 29,090.7, so 29,091;
    54,545 × 13 / 30 = 23,636.2, so 23,636. Together 67,273 of 136,363; 69,090 are still to come.`,
  shop: {
    opensAt: "2027-06-01T10:00",
    plans: [
      { ...monthly("A", 30_000n), trial: { ...trial, asksMethod: true } },
      { ...monthly("B", 60_000n), trial: { ...trial, asksMethod: false } },
    ],
  },
  play: async ({ customer, buy, until, payNext }) => {
    await buy(await customer(), { plan: "A", trial: "with a card" })
    const inTime = await buy(await customer(), { plan: "B", trial: "without a card" })
    const late = await buy(await customer(), { plan: "B", trial: "without a card" })
    await buy(await customer(), { plan: "B", trial: "without a card" })
    await until("2027-06-12T10:00")
    await payNext(inTime)
    await until("2027-06-18T10:00")
    await payNext(late)
    await until("2027-07-01T10:00")
  },
  book: `
2027-06-07
  PR-2027-000001 asks for 30,000 KRW by 2027-06-15 (renewal)
  PR-2027-000002 asks for 60,000 KRW by 2027-06-14 (renewal)
  PR-2027-000003 asks for 60,000 KRW by 2027-06-14 (renewal)
  PR-2027-000004 asks for 60,000 KRW by 2027-06-14 (renewal)

2027-06-12
  INV-2027-000001: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-06-15 to 2027-07-14: 54,545 + 5,455 = 60,000 KRW
  received    cash:sandbox-card 60,000 | unapplied:B -60,000
  invoiced    receivable:B 60,000 | revenue:hosting -54,545 | tax:payable -5,455
  applied     unapplied:B 60,000 | receivable:B -60,000

2027-06-15
  INV-2027-000002: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-06-15 to 2027-07-14: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000
  * suspended for want of money
  * suspended for want of money

2027-06-18
  INV-2027-000003: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-06-18 to 2027-07-17: 54,545 + 5,455 = 60,000 KRW
  received    cash:sandbox-card 60,000 | unapplied:C -60,000
  invoiced    receivable:C 60,000 | revenue:hosting -54,545 | tax:payable -5,455
  applied     unapplied:C 60,000 | receivable:C -60,000
  * runs again

2027-06-22
  * a request is taken back
  * ended

2027-06 in all
  paid for days to come 136,363, earned by its days 67,273 KRW

At the end
  cash:sandbox-card 150,000 KRW
  deferred:hosting -69,090 KRW
  revenue:hosting -67,273 KRW
  tax:payable -13,637 KRW
  the gateway has taken KRW 150000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-06-15, first unpaid day 2027-07-15
  B: B · server-1.example.com active, monthly from 2027-06-15, first unpaid day 2027-07-15
  C: B · server-1.example.com active, monthly from 2027-06-18, first unpaid day 2027-07-18
  D: B · server-1.example.com expired, monthly from 2027-06-15, first unpaid day 2027-06-15
`,
}
