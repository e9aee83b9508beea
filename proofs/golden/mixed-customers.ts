import { type Bought, type GoldenShop, goldenCoupon, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const mixedCustomers: GoldenStory = {
  name: "mixed-customers",
  reckoning: `
    Eighteen months of two customers from 31 January 2027 on; a day's postings are netted.
    A, in won: A at 30,000 by the month, 20 % off three times (24,000: 21,818 + 2,182), a card charged on each last
    usable day. On 11 June to B at 60,000: of 31 May to 29 June 19 of 30 days are left, 38,000 - 19,000 = 19,000. On
    15 September 6,000 back for three bad days, tax 5,455 × 6,000 / 60,000 = 545.5, so 546. Stands still from 30 April
    to 14 May 2028, and is counted from 15 May on.
    B, in dollars: Q at 29.99 by the quarter and 9.00 once. 38.99 / 11 = 3.54 of tax, 2.72 and 0.82 by largest remainder;
    later 2.73 each time. Quarters from 31 January, 30 April, 31 July, 31 October, 31 January to 29 April 2028. Not paid
    on 30 October; suspended on 8 November, for the 6th is a Saturday; paid on the 15th, and it counts from the old end.
    Given up on 31 March, it ends after its last usable day.
    Earned in 2027: all but 5,454 and 30 of 31 days of the last month (54,545 / 31 = 1,760): 460,849 won; 27.27 + 27.26
    twice + 27.26 × 62 / 92 = 18.37: 100.16 dollars (the set-up fee at once). By 30 July 2028: the other 52,785, five
    months and 54,545 × 16 / 31 = 28,152: 353,662 won; 8.89 + 27.26 dollars.`,
  shop: {
    opensAt: "2027-01-31T10:00",
    plans: [
      monthly("A", 30_000n),
      monthly("B", 60_000n),
      { name: "Q", prices: [{ cycle: "quarterly", currency: "USD", amountMinor: 2_999n, setupMinor: 900n }] },
    ],
  },
  sums: "year",
  postings: "netted",
  play: async (shop) => {
    const { company, operator, customer, buy, until, changeTo, payNext } = shop
    await goldenCoupon(shop, { code: "START", percent: 20, plans: ["A"], periods: 3 })
    const korean = await buy(await customer(), { plan: "A", coupons: ["START"] })
    const foreign = await buy(await customer(), { plan: "Q", cycle: "quarterly", currency: "USD" })
    await chargeByItself(shop, korean)
    // Two quarters in time, the third late and after a suspension.
    await until("2027-04-29T10:00")
    await payNext(foreign)
    await until("2027-06-11T10:00")
    await changeTo(korean, "B")
    await until("2027-07-30T10:00")
    await payNext(foreign)
    await until("2027-09-15T10:00")
    const [newest] = (await korean.by.api.billing.invoices.list({ limit: 1 })).items
    const { lines } = await operator.billing.invoices.get({ id: newest?.id ?? "" })
    const gross = { minor: "6000", currency: "KRW" as const }
    await operator.billing.creditNotes.issue({
      id: newest?.id ?? "",
      lines: [{ lineId: lines[0]?.id ?? "", gross }],
      reason: "Three days without a network.",
    })
    await company.settle()
    await until("2027-11-15T10:00")
    await payNext(foreign)
    await until("2028-01-29T10:00")
    await payNext(foreign)
    await until("2028-03-31T10:00")
    const { subscriptions } = foreign.by.api.billing
    await subscriptions.cancel({ id: foreign.id, at: "end" })
    await korean.by.api.billing.subscriptions.pause({ id: korean.id, until: "2028-05-15" })
    await until("2028-07-31T10:00")
  },
  book: `
2027-01-31
  PR-2027-000001 asks for 24,000 KRW by 2027-02-07 (order)
  PR-2027-000002 asks for 38.99 USD by 2027-02-07 (order)
  INV-2027-000001: 21,818 + 2,182 = 24,000 KRW
    A · server-1.example.com (1 month, START): 21,818 + 2,182 = 24,000 KRW
  INV-2027-000002: 35.45 + 3.54 = 38.99 USD
    Q · server-1.example.com (3 months): 27.27 + 2.72 = 29.99 USD
    Q · server-1.example.com (set-up): 8.18 + 0.82 = 9.00 USD
  cash:sandbox-card 24,000 | revenue:hosting -21,818 | tax:payable -2,182
  cash:sandbox-card 38.99 | revenue:hosting -35.45 | tax:payable -3.54

2027-02-20
  PR-2027-000003 asks for 24,000 KRW by 2027-02-27 (renewal)

2027-02-27
  INV-2027-000003: 21,818 + 2,182 = 24,000 KRW
    A · server-1.example.com (1 month, START), 2027-02-28 to 2027-03-30: 21,818 + 2,182 = 24,000 KRW
  cash:sandbox-card 24,000 | revenue:hosting -21,818 | tax:payable -2,182

2027-03-23
  PR-2027-000004 asks for 24,000 KRW by 2027-03-30 (renewal)

2027-03-30
  INV-2027-000004: 21,818 + 2,182 = 24,000 KRW
    A · server-1.example.com (1 month, START), 2027-03-31 to 2027-04-29: 21,818 + 2,182 = 24,000 KRW
  cash:sandbox-card 24,000 | revenue:hosting -21,818 | tax:payable -2,182

2027-04-22
  PR-2027-000005 asks for 30,000 KRW by 2027-04-29 (renewal)
  PR-2027-000006 asks for 29.99 USD by 2027-04-29 (renewal)

2027-04-29
  INV-2027-000005: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-04-30 to 2027-05-30: 27,273 + 2,727 = 30,000 KRW
  INV-2027-000006: 27.26 + 2.73 = 29.99 USD
    Q · server-1.example.com (3 months), 2027-04-30 to 2027-07-30: 27.26 + 2.73 = 29.99 USD
  cash:sandbox-card 29.99 | revenue:hosting -27.26 | tax:payable -2.73
  cash:sandbox-card 30,000 | revenue:hosting -27,273 | tax:payable -2,727

2027-05-23
  PR-2027-000007 asks for 30,000 KRW by 2027-05-30 (renewal)

2027-05-30
  INV-2027-000007: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month), 2027-05-31 to 2027-06-29: 27,273 + 2,727 = 30,000 KRW
  cash:sandbox-card 30,000 | revenue:hosting -27,273 | tax:payable -2,727

2027-06-11
  PR-2027-000008 asks for 19,000 KRW by 2027-06-18 (change)
  INV-2027-000008: 17,273 + 1,727 = 19,000 KRW
    B · server-1.example.com (change of plan), 2027-06-11 to 2027-06-29: 17,273 + 1,727 = 19,000 KRW
  cash:sandbox-card 19,000 | revenue:hosting -17,273 | tax:payable -1,727
  * the plan is changed

2027-06-22
  PR-2027-000009 asks for 60,000 KRW by 2027-06-29 (renewal)

2027-06-29
  INV-2027-000009: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-06-30 to 2027-07-30: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-07-23
  PR-2027-000010 asks for 60,000 KRW by 2027-07-30 (renewal)
  PR-2027-000011 asks for 29.99 USD by 2027-07-30 (renewal)

2027-07-30
  INV-2027-000010: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-07-31 to 2027-08-30: 54,545 + 5,455 = 60,000 KRW
  INV-2027-000011: 27.26 + 2.73 = 29.99 USD
    Q · server-1.example.com (3 months), 2027-07-31 to 2027-10-30: 27.26 + 2.73 = 29.99 USD
  cash:sandbox-card 29.99 | revenue:hosting -27.26 | tax:payable -2.73
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-08-23
  PR-2027-000012 asks for 60,000 KRW by 2027-08-30 (renewal)

2027-08-30
  INV-2027-000012: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-08-31 to 2027-09-29: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-09-15
  CN-2027-000001 takes back of INV-2027-000012: 5,454 + 546 = 6,000 KRW
    B · server-1.example.com (1 month): 5,454 + 546 = 6,000 KRW
  cash:sandbox-card -6,000 | revenue:hosting 5,454 | tax:payable 546

2027-09-22
  PR-2027-000013 asks for 60,000 KRW by 2027-09-29 (renewal)

2027-09-29
  INV-2027-000013: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-09-30 to 2027-10-30: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-10-23
  PR-2027-000014 asks for 60,000 KRW by 2027-10-30 (renewal)
  PR-2027-000015 asks for 29.99 USD by 2027-10-30 (renewal)

2027-10-30
  INV-2027-000014: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-10-31 to 2027-11-29: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-10-31
  * overdue

2027-11-08
  * suspended for want of money

2027-11-15
  INV-2027-000015: 27.26 + 2.73 = 29.99 USD
    Q · server-1.example.com (3 months), 2027-10-31 to 2028-01-30: 27.26 + 2.73 = 29.99 USD
  cash:sandbox-card 29.99 | revenue:hosting -27.26 | tax:payable -2.73
  * runs again

2027-11-22
  PR-2027-000016 asks for 60,000 KRW by 2027-11-29 (renewal)

2027-11-29
  INV-2027-000016: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-11-30 to 2027-12-30: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027-12-23
  PR-2027-000017 asks for 60,000 KRW by 2027-12-30 (renewal)

2027-12-30
  INV-2027-000017: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2027-12-31 to 2028-01-30: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2027 in all
  paid for days to come 109.05, earned by its days 100.16 USD
  paid for days to come 519,088, taken back of them 5,454, earned by its days 460,849 KRW

2028-01-23
  PR-2028-000001 asks for 60,000 KRW by 2028-01-30 (renewal)
  PR-2028-000002 asks for 29.99 USD by 2028-01-30 (renewal)

2028-01-29
  INV-2028-000001: 27.26 + 2.73 = 29.99 USD
    Q · server-1.example.com (3 months), 2028-01-31 to 2028-04-29: 27.26 + 2.73 = 29.99 USD
  cash:sandbox-card 29.99 | revenue:hosting -27.26 | tax:payable -2.73

2028-01-30
  INV-2028-000002: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-01-31 to 2028-02-28: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028-02-21
  PR-2028-000003 asks for 60,000 KRW by 2028-02-28 (renewal)

2028-02-28
  INV-2028-000003: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-02-29 to 2028-03-30: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028-03-23
  PR-2028-000004 asks for 60,000 KRW by 2028-03-30 (renewal)

2028-03-30
  INV-2028-000004: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-03-31 to 2028-04-29: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028-03-31
  * given up

2028-04-30
  * ended
  * stands still as wished

2028-05-07
  PR-2028-000005 asks for 60,000 KRW by 2028-05-14 (renewal)

2028-05-14
  INV-2028-000005: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-05-15 to 2028-06-14: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028-05-15
  * runs again

2028-06-07
  PR-2028-000006 asks for 60,000 KRW by 2028-06-14 (renewal)

2028-06-14
  INV-2028-000006: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-06-15 to 2028-07-14: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028-07-07
  PR-2028-000007 asks for 60,000 KRW by 2028-07-14 (renewal)

2028-07-14
  INV-2028-000007: 54,545 + 5,455 = 60,000 KRW
    B · server-1.example.com (1 month), 2028-07-15 to 2028-08-14: 54,545 + 5,455 = 60,000 KRW
  cash:sandbox-card 60,000 | revenue:hosting -54,545 | tax:payable -5,455

2028 in all
  paid for days to come 27.26, earned by its days 36.15 USD
  paid for days to come 327,270, earned by its days 353,662 KRW

At the end
  cash:sandbox-card 158.95 USD
  cash:sandbox-card 925,000 KRW
  deferred:hosting -26,393 KRW
  revenue:hosting -144.49 USD
  revenue:hosting -814,511 KRW
  tax:payable -14.46 USD
  tax:payable -84,096 KRW
  the gateway has taken KRW 931000, sent back 6000, USD 15895, sent back 0
  A: B · server-1.example.com active, monthly from 2028-05-15, first unpaid day 2028-08-15
  B: Q · server-1.example.com cancelled, quarterly from 2027-01-31, first unpaid day 2028-04-30
`,
}

/** A card left with the gateway, charged on each due day. */
async function chargeByItself({ company }: GoldenShop, { by, id }: Bought): Promise<void> {
  const setup = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, setup.id)
  await company.settle()
  const { methodId } = await by.api.payments.setups.get({ id: setup.id })
  await by.api.billing.subscriptions.chooseCollection({
    id,
    collection: "automatic",
    methodId: methodId ?? "",
  })
}
