import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const lateAfterSuspension: GoldenStory = {
  name: "late-after-suspension",
  reckoning: `
    Two customers pay 30,000 won for June (27,273 and a tax of 30,000 / 11 = 2,727) and nothing for July. Asked on
    23 June, seven days before the last usable day; overdue on 1 July; suspended on 7 July, a Wednesday, seven days
    after the last usable day. Both pay on 10 July and run again. Where a late payment counts from the old end, it is
    for 1 to 31 July; where it counts from the payment, for 10 July to 9 August, and that is the day it is counted
    from ever after. Earned by 10 July: 27,273 × 10 / 31 = 8,797.7 and 27,273 / 31 = 879.8, so 8,798 + 880 = 9,678 of
    54,546; 44,868 are still to be earned.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n)] },
  play: async ({ operator, customer, buy, until, payNext }) => {
    const fromOldEnd = await buy(await customer(), { plan: "A" })
    const fromPayment = await buy(await customer(), { plan: "A" })
    await until("2027-07-10T10:00")
    await payNext(fromOldEnd)
    const { collectingPolicy } = operator.billing
    await collectingPolicy.save({ ...(await collectingPolicy.get()), latePolicy: "from_payment" })
    await payNext(fromPayment)
    await until("2027-07-11T10:00")
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

2027-06-23
  PR-2027-000003 asks for 30,000 KRW by 2027-06-30 (renewal)
  PR-2027-000004 asks for 30,000 KRW by 2027-06-30 (renewal)

2027-06 in all
  paid for days to come 54,546, earned by its days 54,546 KRW

2027-07-01
  * overdue
  * overdue

2027-07-07
  * suspended for want of money
  * suspended for want of money

2027-07-10
  INV-2027-000003: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-01 to 2027-07-31: 27,273 + 2,727 = 30,000 KRW
  INV-2027-000004: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-07-10 to 2027-08-09: 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  received    cash:sandbox-card 30,000 | unapplied:B -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  invoiced    receivable:B 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000
  applied     unapplied:B 30,000 | receivable:B -30,000
  * runs again
  * runs again

2027-07 in all
  paid for days to come 54,546, earned by its days 9,678 KRW

At the end
  cash:sandbox-card 120,000 KRW
  deferred:hosting -44,868 KRW
  revenue:hosting -64,224 KRW
  tax:payable -10,908 KRW
  the gateway has taken KRW 120000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-06-01, first unpaid day 2027-08-01
  B: A · server-1.example.com active, monthly from 2027-07-10, first unpaid day 2027-08-10
`,
}
