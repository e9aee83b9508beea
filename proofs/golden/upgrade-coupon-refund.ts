import { goldenCoupon, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const upgradeCouponRefund: GoldenStory = {
  name: "upgrade-coupon-refund",
  reckoning: `
    Two customers buy A at 30,000 won for June with 10 % off, so at 27,000 (24,545 and a tax of 27,000 / 11 = 2,454.5,
    so 2,455). On 11 June, which belongs to the new plan, 20 of 30 days are left: 27,000 × 20 / 30 = 18,000 unused.
    The first one's coupon does not hold for B at 60,000: 60,000 × 20 / 30 = 40,000, to pay 22,000 (20,000 + 2,000).
    The second one's does: 54,000 × 20 / 30 = 36,000, to pay 18,000 (16,364 + 1,636).
    On 13 June both take it back: 18 of 30 days are left. The law's seven days were over on 8 June; the house gives
    what is left less the discount of the rest. The first paid the list price: 60,000 × 18 / 30 = 36,000. The second
    paid 54,000 of 60,000: (54,000 - 6,000) × 18 / 30 = 28,800. The newest payment goes back first: 22,000 and then
    14,000 of 27,000 (tax 2,455 × 14,000 / 27,000 = 1,273); 18,000 and then 10,800 (tax 982).
    Paid for days to come were twice 24,545, 20,000 and 16,364. By 12 June twice 9,818, 2,000 and 1,636 of them were
    earned, so no more than 18,000, 12,727, 14,728 and 9,818 could be taken back of what was still to come.
    With 13 June both agreements are over: what was kept is owed to nobody and earned on that day, not by the end of June.
    Taken in are 49,000 - 36,000 = 13,000 and 45,000 - 28,800 = 16,200, together 29,200.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n), monthly("B", 60_000n)] },
  play: async (shop) => {
    const { customer, buy, until, changeTo, takeBack } = shop
    await goldenCoupon(shop, { code: "ON-A", percent: 10, plans: ["A"] })
    await goldenCoupon(shop, { code: "ON-BOTH", percent: 10, plans: [] })
    const one = await buy(await customer(), { plan: "A", coupons: ["ON-A"] })
    const other = await buy(await customer(), { plan: "A", coupons: ["ON-BOTH"] })
    await until("2027-06-11T10:00")
    await changeTo(one, "B")
    await changeTo(other, "B")
    await until("2027-06-13T10:00")
    await takeBack(one)
    await takeBack(other)
    await until("2027-06-14T10:00")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 27,000 KRW by 2027-06-08 (order)
  PR-2027-000002 asks for 27,000 KRW by 2027-06-08 (order)
  INV-2027-000001: 24,545 + 2,455 = 27,000 KRW
    A · server-1.example.com (1 month, ON-A): 24,545 + 2,455 = 27,000 KRW
  INV-2027-000002: 24,545 + 2,455 = 27,000 KRW
    A · server-1.example.com (1 month, ON-BOTH): 24,545 + 2,455 = 27,000 KRW
  received    cash:sandbox-card 27,000 | unapplied:A -27,000
  received    cash:sandbox-card 27,000 | unapplied:B -27,000
  invoiced    receivable:A 27,000 | revenue:hosting -24,545 | tax:payable -2,455
  invoiced    receivable:B 27,000 | revenue:hosting -24,545 | tax:payable -2,455
  applied     unapplied:A 27,000 | receivable:A -27,000
  applied     unapplied:B 27,000 | receivable:B -27,000

2027-06-11
  PR-2027-000003 asks for 22,000 KRW by 2027-06-18 (change)
  PR-2027-000004 asks for 18,000 KRW by 2027-06-18 (change)
  INV-2027-000003: 20,000 + 2,000 = 22,000 KRW
    B · server-1.example.com (change of plan), 2027-06-11 to 2027-06-30: 20,000 + 2,000 = 22,000 KRW
  INV-2027-000004: 16,364 + 1,636 = 18,000 KRW
    B · server-1.example.com (change of plan), 2027-06-11 to 2027-06-30: 16,364 + 1,636 = 18,000 KRW
  received    cash:sandbox-card 18,000 | unapplied:B -18,000
  received    cash:sandbox-card 22,000 | unapplied:A -22,000
  invoiced    receivable:A 22,000 | revenue:hosting -20,000 | tax:payable -2,000
  invoiced    receivable:B 18,000 | revenue:hosting -16,364 | tax:payable -1,636
  applied     unapplied:A 22,000 | receivable:A -22,000
  applied     unapplied:B 18,000 | receivable:B -18,000
  * the plan is changed
  * the plan is changed

2027-06-13
  CN-2027-000001 takes back of INV-2027-000003: 20,000 + 2,000 = 22,000 KRW
    B · server-1.example.com (change of plan): 20,000 + 2,000 = 22,000 KRW
  CN-2027-000002 takes back of INV-2027-000001: 12,727 + 1,273 = 14,000 KRW
    A · server-1.example.com (1 month, ON-A): 12,727 + 1,273 = 14,000 KRW
  CN-2027-000003 takes back of INV-2027-000004: 16,364 + 1,636 = 18,000 KRW
    B · server-1.example.com (change of plan): 16,364 + 1,636 = 18,000 KRW
  CN-2027-000004 takes back of INV-2027-000002: 9,818 + 982 = 10,800 KRW
    A · server-1.example.com (1 month, ON-BOTH): 9,818 + 982 = 10,800 KRW
  credited    revenue:hosting 12,727 | tax:payable 1,273 | unapplied:A -14,000
  credited    revenue:hosting 16,364 | tax:payable 1,636 | unapplied:B -18,000
  credited    revenue:hosting 20,000 | tax:payable 2,000 | unapplied:A -22,000
  credited    revenue:hosting 9,818 | tax:payable 982 | unapplied:B -10,800
  sent back   unapplied:A 14,000 | cash:sandbox-card -14,000
  sent back   unapplied:A 22,000 | cash:sandbox-card -22,000
  sent back   unapplied:B 10,800 | cash:sandbox-card -10,800
  sent back   unapplied:B 18,000 | cash:sandbox-card -18,000
  * ended
  * ended

2027-06 in all
  paid for days to come 85,454, taken back of them 55,273, earned by its days 30,181 KRW

At the end
  cash:sandbox-card 29,200 KRW
  revenue:hosting -26,545 KRW
  tax:payable -2,655 KRW
  the gateway has taken KRW 94000, sent back 64800
  A: B · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
  B: B · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
`,
}
