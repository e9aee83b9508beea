import { goldenCoupon, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const billingDay: GoldenStory = {
  name: "billing-day",
  reckoning: `
    Bought are A at 30,000 won on 11 June 2027, with 10 % off its first two months, so at 27,000 (24,545 and a tax of
    27,000 / 11 = 2,454.5, so 2,455), and B at 60,000 on 21 June (54,545 + 5,455). On 22 June everything is put on
    the 1st. What is paid stays; the next time of each is short:
    A: 11 to 31 July are 21 of the 31 days to 10 August: 27,000 × 21 / 31 = 18,290.3, so 18,290 (16,627 + 1,663).
    B: 21 to 31 July are 11 of the 31 days to 20 August: 60,000 × 11 / 31 = 21,290.3, so 21,290 (19,355 + 1,935).
    The short time has the coupon's price and is none of its two months: August is the second, September costs the list
    price. August is asked for together, 27,000 + 60,000 = 87,000 (tax 7,909, of it 2,455 and 5,454), and September,
    30,000 + 60,000 = 90,000 (tax 8,182, of it 2,727 and 5,455).
    C at 15,000 (13,636 + 1,364) is bought on 11 August: whole, because its price was shown and nobody knew the day on
    which it would stand. Then 11 to 30 September are 20 of 30 days: 10,000 (9,091 + 909). October is asked for
    together, 105,000, on 23 September.
    Earned in June 24,545 × 20 / 30 = 16,363 and 54,545 × 10 / 30 = 18,182; in July the other 8,182 and 36,363, and
    16,627 and 19,355; in August 79,091 and 13,636 × 21 / 31 = 9,237; until 24 September the other 4,399,
    27,273 × 24 / 30 = 21,818, 54,545 × 24 / 30 = 43,636 and 9,091 × 14 / 20 = 6,364. Still to come are
    5,455 + 10,909 + 2,727 = 19,091.`,
  shop: {
    opensAt: "2027-06-11T10:00",
    plans: [monthly("A", 30_000n), monthly("B", 60_000n), monthly("C", 15_000n)],
  },
  play: async (shop) => {
    const { customer, buy, until, payNext } = shop
    await goldenCoupon(shop, { code: "TWICE", percent: 10, plans: ["A"], periods: 2 })
    const by = await customer()
    const a = await buy(by, { plan: "A", coupons: ["TWICE"] })
    await until("2027-06-21T10:00")
    const b = await buy(by, { plan: "B" })
    await until("2027-06-22T10:00")
    await by.api.billing.billingDay.choose({ id: by.accountId ?? "", day: 1 })
    await until("2027-07-03T10:00")
    await payNext(a)
    await until("2027-07-13T10:00")
    await payNext(b)
    await until("2027-07-24T10:00")
    await payNext(a)
    await until("2027-08-11T10:00")
    const c = await buy(by, { plan: "C" })
    await until("2027-08-24T10:00")
    await payNext(b)
    await until("2027-09-03T10:00")
    await payNext(c)
    await until("2027-09-25T10:00")
  },
  book: `
2027-06-11
  PR-2027-000001 asks for 27,000 KRW by 2027-06-18 (order)
  INV-2027-000001: 24,545 + 2,455 = 27,000 KRW
    A · server-1.example.com (1 month, TWICE): 24,545 + 2,455 = 27,000 KRW
  received    cash:sandbox-card 27,000 | unapplied:A -27,000
  invoiced    receivable:A 27,000 | revenue:hosting -24,545 | tax:payable -2,455
  applied     unapplied:A 27,000 | receivable:A -27,000

2027-06-21
  PR-2027-000002 asks for 60,000 KRW by 2027-06-28 (order)
  INV-2027-000002: 54,545 + 5,455 = 60,000 KRW
    B · server-2.example.com (1 month): 54,545 + 5,455 = 60,000 KRW
  received    cash:sandbox-card 60,000 | unapplied:A -60,000
  invoiced    receivable:A 60,000 | revenue:hosting -54,545 | tax:payable -5,455
  applied     unapplied:A 60,000 | receivable:A -60,000

2027-06 in all
  paid for days to come 79,090, earned by its days 34,545 KRW

2027-07-03
  PR-2027-000003 asks for 18,290 KRW by 2027-07-10 (renewal)
  INV-2027-000003: 16,627 + 1,663 = 18,290 KRW
    A · server-1.example.com (21 days, TWICE), 2027-07-11 to 2027-07-31: 16,627 + 1,663 = 18,290 KRW
  received    cash:sandbox-card 18,290 | unapplied:A -18,290
  invoiced    receivable:A 18,290 | revenue:hosting -16,627 | tax:payable -1,663
  applied     unapplied:A 18,290 | receivable:A -18,290

2027-07-13
  PR-2027-000004 asks for 21,290 KRW by 2027-07-20 (renewal)
  INV-2027-000004: 19,355 + 1,935 = 21,290 KRW
    B · server-2.example.com (11 days), 2027-07-21 to 2027-07-31: 19,355 + 1,935 = 21,290 KRW
  received    cash:sandbox-card 21,290 | unapplied:A -21,290
  invoiced    receivable:A 21,290 | revenue:hosting -19,355 | tax:payable -1,935
  applied     unapplied:A 21,290 | receivable:A -21,290

2027-07-24
  PR-2027-000005 asks for 87,000 KRW by 2027-07-31 (renewal)
  INV-2027-000005: 79,091 + 7,909 = 87,000 KRW
    A · server-1.example.com (1 month, TWICE), 2027-08-01 to 2027-08-31: 24,545 + 2,455 = 27,000 KRW
    B · server-2.example.com (1 month), 2027-08-01 to 2027-08-31: 54,546 + 5,454 = 60,000 KRW
  received    cash:sandbox-card 87,000 | unapplied:A -87,000
  invoiced    receivable:A 87,000 | revenue:hosting -79,091 | tax:payable -7,909
  applied     unapplied:A 87,000 | receivable:A -87,000

2027-07 in all
  paid for days to come 115,073, earned by its days 80,527 KRW

2027-08-11
  PR-2027-000006 asks for 15,000 KRW by 2027-08-18 (order)
  INV-2027-000006: 13,636 + 1,364 = 15,000 KRW
    C · server-3.example.com (1 month): 13,636 + 1,364 = 15,000 KRW
  received    cash:sandbox-card 15,000 | unapplied:A -15,000
  invoiced    receivable:A 15,000 | revenue:hosting -13,636 | tax:payable -1,364
  applied     unapplied:A 15,000 | receivable:A -15,000

2027-08-24
  PR-2027-000007 asks for 90,000 KRW by 2027-08-31 (renewal)
  INV-2027-000007: 81,818 + 8,182 = 90,000 KRW
    A · server-1.example.com (1 month), 2027-09-01 to 2027-09-30: 27,273 + 2,727 = 30,000 KRW
    B · server-2.example.com (1 month), 2027-09-01 to 2027-09-30: 54,545 + 5,455 = 60,000 KRW
  received    cash:sandbox-card 90,000 | unapplied:A -90,000
  invoiced    receivable:A 90,000 | revenue:hosting -81,818 | tax:payable -8,182
  applied     unapplied:A 90,000 | receivable:A -90,000

2027-08 in all
  paid for days to come 95,454, earned by its days 88,328 KRW

2027-09-03
  PR-2027-000008 asks for 10,000 KRW by 2027-09-10 (renewal)
  INV-2027-000008: 9,091 + 909 = 10,000 KRW
    C · server-3.example.com (20 days), 2027-09-11 to 2027-09-30: 9,091 + 909 = 10,000 KRW
  received    cash:sandbox-card 10,000 | unapplied:A -10,000
  invoiced    receivable:A 10,000 | revenue:hosting -9,091 | tax:payable -909
  applied     unapplied:A 10,000 | receivable:A -10,000

2027-09-23
  PR-2027-000009 asks for 105,000 KRW by 2027-09-30 (renewal)

2027-09 in all
  paid for days to come 9,091, earned by its days 76,217 KRW

At the end
  cash:sandbox-card 328,580 KRW
  deferred:hosting -19,091 KRW
  revenue:hosting -279,617 KRW
  tax:payable -29,872 KRW
  the gateway has taken KRW 328580, sent back 0
  A: A · server-1.example.com active, monthly from 2027-08-01, first unpaid day 2027-10-01
  A: B · server-2.example.com active, monthly from 2027-08-01, first unpaid day 2027-10-01
  A: C · server-3.example.com active, monthly from 2027-10-01, first unpaid day 2027-10-01
`,
}
