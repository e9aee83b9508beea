import { monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

export const chargebackLost: GoldenStory = {
  name: "chargeback-lost",
  reckoning: `
    The bank of a customer who paid 30,000 won for June asks the money back on 20 June and holds it. On 25 June it
    decides for its customer and takes 20,000 won for its trouble. What was sold was sold: the invoice stands as it was
    issued, no credit note is made and no tax comes back. The 30,000 are a loss, the 20,000 a fee: 50,000 less than came
    in, so 20,000 less than nothing.
    What it paid for stands still at once, July is asked for no more, and the agreement ends with June, whose days earn
    all of the 27,273: 30,000 + 20,000 - 20,000 - 27,273 - 2,727 = 0.`,
  shop: { opensAt: "2027-06-01T10:00", plans: [monthly("A", 30_000n)] },
  play: async ({ company, operator, customer, buy, until }) => {
    const bought = await buy(await customer(), { plan: "A" })
    const [charge] = (await company.books()).charges
    const tellBank = async (what: "dispute" | "dispute/lose") => {
      await company.request(`/sandbox/card/control/charges/${charge?.id}/${what}`, { method: "POST" })
      await company.settle()
    }
    const findings = async () =>
      (await operator.payments.findings.list({ isOpen: true })).items.map(({ kind }) => kind).join()
    await until("2027-06-20T10:00")
    await tellBank("dispute")
    if ((await findings()) !== "charge_disputed") throw new Error("Nobody was told of the dispute.")
    await until("2027-06-25T10:00")
    await tellBank("dispute/lose")
    if (!(await company.books()).servers[0]?.suspended) throw new Error("What nobody paid for still runs.")
    const { purchases } = await bought.by.api.billing.refunds.preview({ id: bought.id })
    if (purchases.some(({ together }) => together)) throw new Error("What is gone is offered once more.")
    const kept = await bought.by.api.billing.subscriptions.keep({ id: bought.id }).catch(({ code }) => code)
    if (kept !== "billing.stopped_by_dispute")
      throw new Error("Who took the money back goes on all the same.")
    await until("2027-06-26T10:00")
    if (!(await findings()).includes("dispute_lost")) throw new Error("Nobody was told that it is lost.")
    await until("2027-07-02T10:00")
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
  lost        losses:chargeback 30,000 | disputed:sandbox-card -30,000
  fee         fees:chargeback 20,000 | cash:sandbox-card -20,000
  * a request is taken back
  * the bank gives it to the card's holder

2027-06 in all
  paid for days to come 27,273, earned by its days 27,273 KRW

2027-07-01
  * ended

At the end
  cash:sandbox-card -20,000 KRW
  fees:chargeback 20,000 KRW
  losses:chargeback 30,000 KRW
  revenue:hosting -27,273 KRW
  tax:payable -2,727 KRW
  the gateway has taken KRW 30000, sent back 0
  A: A · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
`,
}
