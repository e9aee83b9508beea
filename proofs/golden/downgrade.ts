import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const downgrade: GoldenStory = {
  name: "downgrade",
  reckoning: `
    Two customers buy B at 60,000 won on 16 June, to 15 July: 30 days. The tax is 60,000 / 11 = 5,454.5, so 5,455.
    On 26 June, which belongs to the new plan, 20 days are left. The first one changes to A at once:
    60,000 × 20 / 30 = 40,000 unused, 30,000 × 20 / 30 = 20,000 due, so 20,000 go back by a credit note with its tax,
    5,455 × 20,000 / 60,000 = 1,818. The second one changes at the end and gets nothing back. Both pay 30,000 from
    16 July on, asked for on 8 July, seven days before the last usable day.
    Earned: of the first 54,545 × 10 / 30 = 18,182 by 25 June; what is left after the credit note, 18,181, is earned by
    the other 20 days, 4,545 of it in June. The second 54,545 × 15 / 30 = 27,272.5, so 27,273. Together 50,000 in June;
    in July the other 13,636 and 27,272, together 40,908.`,
  shop: { opensAt: "2027-06-16T10:00", plans: [monthly("A", 30_000n), monthly("B", 60_000n)] },
  play: async ({ operator, customer, buy, until, changeTo, payNext }) => {
    await operator.orders.planChanges.policy.save({ up: "now", down: "choice" })
    const atOnce = await buy(await customer(), { plan: "B" })
    const atEnd = await buy(await customer(), { plan: "B" })
    await until("2027-06-26T10:00")
    await changeTo(atOnce, "A")
    await changeTo(atEnd, "A", "at_end")
    await until("2027-07-15T10:00")
    await payNext(atOnce)
    await payNext(atEnd)
    await until("2027-07-16T10:00")
  },
  book: `
2027-06-16
  PR-2027-000001 asks for 60,000 KRW by 2027-06-23 (order)
  PR-2027-000002 asks for 60,000 KRW by 2027-06-23 (order)
  INV-2027-000001: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month): 54,545 + 5,455 = 60,000 KRW
  INV-2027-000002: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month): 54,545 + 5,455 = 60,000 KRW
  received    cash:sandbox-card 60,000 | unapplied:A -60,000
  received    cash:sandbox-card 60,000 | unapplied:B -60,000
  invoiced    receivable:A 60,000 | revenue:hosting -54,545 | tax:payable -5,455
  invoiced    receivable:B 60,000 | revenue:hosting -54,545 | tax:payable -5,455
  applied     unapplied:A 60,000 | receivable:A -60,000
  applied     unapplied:B 60,000 | receivable:B -60,000

2027-06-26
  CN-2027-000001 takes back of INV-2027-000001: 18,182 + 1,818 = 20,000 KRW
    B · server-1.example.com (1 month): 18,182 + 1,818 = 20,000 KRW
  credited    revenue:hosting 18,182 | tax:payable 1,818 | unapplied:A -20,000
  sent back   unapplied:A 20,000 | cash:sandbox-card -20,000
  * the plan is changed

2027-06 in all
  paid for days to come 109,090, taken back of them 18,182, earned by its days 50,000 KRW

2027-07-08
  PR-2027-000003 asks for 30,000 KRW by 2027-07-15 (renewal)
  PR-2027-000004 asks for 30,000 KRW by 2027-07-15 (renewal)

2027-07-15
  INV-2027-000003: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-16 to 2027-08-15: 27,273 + 2,727 = 30,000 KRW
  INV-2027-000004: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-16 to 2027-08-15: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  received    cash:sandbox-card 30,000 | unapplied:B -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  invoiced    receivable:B 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000
  applied     unapplied:B 30,000 | receivable:B -30,000

2027-07-16
  * the plan is changed

2027-07 in all
  paid for days to come 54,546, earned by its days 40,908 KRW

At the end
  cash:sandbox-card 160,000 KRW
  deferred:hosting -54,546 KRW
  revenue:hosting -90,908 KRW
  tax:payable -14,546 KRW
  the gateway has taken KRW 180000, sent back 20000
  A: A · server-1.example.com active, monthly from 2027-06-16, first unpaid day 2027-08-16
  B: A · server-1.example.com active, monthly from 2027-06-16, first unpaid day 2027-08-16
`,
}
