import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const partialRefund: GoldenStory = {
  name: "partial-refund",
  reckoning: `
    Three servers at 5,000 won on one invoice. The tax is taken once, on all of it: 15,000 / 11 = 1,363.6, so 1,364,
    where three times 5,000 / 11 would be 1,365. By largest remainder the lines bear 455, 455 and 454.
    On 11 June 1,000 are given back of the first, its tax a running total: 455 × 1,000 / 5,000 = 91; of the second 2,500:
    455 × 2,500 / 5,000 = 227.5, so 228. Then all of the rest of the first: 455 less the 91, 364. On 21 June all of the
    rest: 227 and 454. Together 319 + 364 + 681 = 1,364, to the won.
    Each is earned by itself. By 10 June each had earned 4,545 × 10 / 30 = 1,515. Of the first 4,545 are taken back, so
    nothing of its other 3,030 is waited for; of the second 2,272, so 758 are left for 20 days, of which ten earn 379;
    the third goes on: by 20 June 4,546 × 20 / 30 = 3,030.7, so 3,031. Then 379 and 1,515 are waited for no more.
    Together 3,030 + 2,272 + 379 + 1,515 = 7,196 and 1,515 + 1,894 + 3,031 = 6,440.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 5_000n)] },
  play: async ({ operator, customer, buyMany, until }) => {
    const by = await customer()
    const invoiceId = await buyMany(by, ["A", "A", "A"])
    await until("2027-06-11T10:00")
    const { invoices, creditNotes } = operator.billing
    const { lines } = await invoices.get({ id: invoiceId })
    const take = (index: number, minor: string) => ({
      lineId: lines[index]?.id ?? "",
      gross: { minor, currency: "KRW" as const },
    })
    await creditNotes.issue({
      id: invoiceId,
      lines: [take(0, "1000"), take(1, "2500")],
      reason: "A bad day.",
    })
    await creditNotes.issue({ id: invoiceId, lines: [take(0, "4000")], reason: "Another bad day." })
    await until("2027-06-21T10:00")
    await creditNotes.issue({ id: invoiceId, reason: "All of the rest." })
    await until("2027-06-22T10:00")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 15,000 KRW by 2027-06-08 (order)
  INV-2027-000001: 13,636 + 1,364 = 15,000 KRW
    A · server-1.example.com (1 month): 4,545 + 455 = 5,000 KRW
    A · server-2.example.com (1 month): 4,545 + 455 = 5,000 KRW
    A · server-3.example.com (1 month): 4,546 + 454 = 5,000 KRW
  received    cash:sandbox-card 15,000 | unapplied:A -15,000
  invoiced    receivable:A 15,000 | revenue:hosting -13,636 | tax:payable -1,364
  applied     unapplied:A 15,000 | receivable:A -15,000

2027-06-11
  CN-2027-000001 takes back of INV-2027-000001: 3,181 + 319 = 3,500 KRW
    A · server-1.example.com (1 month): 909 + 91 = 1,000 KRW
    A · server-2.example.com (1 month): 2,272 + 228 = 2,500 KRW
  CN-2027-000002 takes back of INV-2027-000001: 3,636 + 364 = 4,000 KRW
    A · server-1.example.com (1 month): 3,636 + 364 = 4,000 KRW
  credited    revenue:hosting 3,181 | tax:payable 319 | unapplied:A -3,500
  credited    revenue:hosting 3,636 | tax:payable 364 | unapplied:A -4,000
  sent back   unapplied:A 3,500 | cash:sandbox-card -3,500
  sent back   unapplied:A 4,000 | cash:sandbox-card -4,000

2027-06-21
  CN-2027-000003 takes back of INV-2027-000001: 6,819 + 681 = 7,500 KRW
    A · server-2.example.com (1 month): 2,273 + 227 = 2,500 KRW
    A · server-3.example.com (1 month): 4,546 + 454 = 5,000 KRW
  credited    revenue:hosting 6,819 | tax:payable 681 | unapplied:A -7,500
  sent back   unapplied:A 7,500 | cash:sandbox-card -7,500

2027-06 in all
  paid for days to come 13,636, taken back of them 7,196, earned by its days 6,440 KRW

At the end
  the gateway has taken KRW 15000, sent back 15000
  A: A · server-1.example.com active, monthly from 2027-06-01, first unpaid day 2027-07-01
  A: A · server-2.example.com active, monthly from 2027-06-01, first unpaid day 2027-07-01
  A: A · server-3.example.com active, monthly from 2027-06-01, first unpaid day 2027-07-01
`,
}
