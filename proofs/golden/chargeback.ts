import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const chargeback: GoldenStory = {
  name: "chargeback",
  reckoning: `
    The bank of a customer who paid 30,000 won for June asks the money back on 20 June. Staff are told at once, and the
    bank holds the money: it is no cash any more, and no loss yet. Nothing stands still, for nothing is decided. On 25
    June the shop is found right: the money is cash again, and the task is gone.
    Earned by then: 27,273 × 25 / 30 = 22,727.5, so 22,728.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n)] },
  play: async ({ company, operator, customer, buy, until }) => {
    await buy(await customer(), { plan: "A" })
    await until("2027-06-20T10:00")
    const [charge] = (await company.books()).charges
    const turn = async () => {
      const path = `/sandbox/card/control/charges/${charge?.id}/dispute`
      await company.request(path, { method: "POST" })
      await company.settle()
    }
    const open = async () => (await operator.payments.findings.list({ isOpen: true })).items.length
    await turn()
    if ((await open()) !== 1) throw new Error("Nobody was told of the dispute.")
    await until("2027-06-25T10:00")
    await turn()
    await until("2027-06-26T10:00")
    if ((await open()) !== 0) throw new Error("The dispute is over, and staff still see it.")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 30,000 KRW by 2027-06-08 (order)
  INV-2027-000001: 27,273 + 2,727 = 30,000 KRW
    A · server-1.example.com (1 month): 27,273 + 2,727 = 30,000 KRW
  received    cash:sandbox-card 30,000 | unapplied:A -30,000
  invoiced    receivable:A 30,000 | revenue:hosting -27,273 | tax:payable -2,727
  applied     unapplied:A 30,000 | receivable:A -30,000

2027-06-20
  held        disputed:sandbox-card 30,000 | cash:sandbox-card -30,000
  * a payment is disputed

2027-06-23
  PR-2027-000002 asks for 30,000 KRW by 2027-06-30 (renewal)

2027-06-25
  given back  cash:sandbox-card 30,000 | disputed:sandbox-card -30,000

2027-06 in all
  paid for days to come 27,273, earned by its days 22,728 KRW

At the end
  cash:sandbox-card 30,000 KRW
  deferred:hosting -4,545 KRW
  revenue:hosting -22,728 KRW
  tax:payable -2,727 KRW
  the gateway has taken KRW 30000, sent back 0
  A: A · server-1.example.com active, monthly from 2027-06-01, first unpaid day 2027-07-01
`,
}
