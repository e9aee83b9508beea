import type { Shopper } from "#app/testing/company-shoppers.ts"
import { berlin, type GoldenShop, monthly } from "../parts/golden-shop.ts"
import type { GoldenStory } from "../parts/golden-story.ts"

const eur = (minor: string) => ({ minor, currency: "EUR" as const })
const VAT = { country: "FR", number: "FR40303265045" }

export const reissue: GoldenStory = {
  name: "reissue",
  reckoning: `
    A shop in Berlin sells a server for 100.00 EUR a month and the tax of the customer's country on top. On 1 June 2027
    three buy one: A, a French company, by card; B, another one, on an invoice to be paid in 14 days; C, a person in
    Germany, by card. The VAT numbers can't be checked on that day, so A and B are invoiced like persons in France:
    100.00 + 20.00 = 120.00. C: 100.00 + 19.00 = 119.00. B's is due on 15 June.
    On 5 June the numbers are confirmed: reverse charge, no tax. Staff put both invoices right. Each is credited whole,
    at its own rate, and issued anew: 100.00 + 0.00.
    A has paid 120.00: 20.00 go back to the card, and 100.00 pay for the new invoice.
    B has paid nothing, so no money moves. 120.00 are owed no more, 100.00 are: by 19 June, 14 days after the new paper's
    own date, and that is the day its request (PR-2027-000002) asks for from then on. B pays 100.00 on 18 June.
    C moves to France. With 20 % it would be 120.00, one more than was invoiced and paid. C has agreed to 119.00, so it
    can't be done, and the paper stands.
    All three give up for the end of June. Each day earns a thirtieth of 100.00, from 1 June on, whichever paper stands
    for it. By 5 June A and B had earned four days, 13.33 each: 100.00 - 13.33 = 86.67 of each are taken back of the days
    to come, and 100.00 of each are set aside anew, so 500.00 in all; earned are three times 100.00 and twice the 13.33
    that were earned by the papers that were replaced, 326.66. What is left is 300.00 of revenue and the 19.00 of C's
    tax; the gateway took 120.00 + 119.00 + 100.00 and sent 20.00 back: 319.00 = 300.00 + 19.00.`,
  shop: {
    opensAt: "2027-06-01T10:00",
    settings: berlin,
    plans: [monthly("A", 10_000n, "EUR")],
  },
  play: async (shop) => {
    const { company, operator, customer, buy, pay, until } = shop
    await register(shop)
    const [card, later] = [await findFrench(shop), await findFrench(shop)]
    const person = await customer({ country: "DE" })
    const bought = [await buy(card, inEuro), await buyOnTerms(shop, later), await buy(person, inEuro)]
    await until("2027-06-05T10:00")
    for (const by of [card, later]) {
      await by.api.tax.vatNumbers.check({ id: by.accountId ?? "" })
      await company.settle()
      await operator.billing.reissues.issue({
        id: await invoiceOf(by),
        expected: eur("10000"),
        reason: "The number was confirmed after the day.",
      })
      await company.settle()
    }
    const profile = await person.api.identity.profiles.get({ id: person.accountId ?? "" })
    await person.api.identity.profiles.save({ ...profile, id: person.accountId ?? "", country: "FR" })
    const larger = await operator.billing.reissues.preview({ id: await invoiceOf(person) })
    if (!larger.hindrance?.includes("more than was invoiced"))
      throw new Error("More is asked of who agreed to less.")
    for (const { by, id } of bought) await by.api.billing.subscriptions.cancel({ id, at: "end" })
    await until("2027-06-18T10:00")
    await pay(later, bought[1]?.requestId ?? "")
    await until("2027-07-02T10:00")
  },
  book: `
2027-06-01
  PR-2027-000001 asks for 120.00 EUR by 2027-06-08 (order)
  PR-2027-000002 asks for 120.00 EUR by 2027-06-19 (order)
  PR-2027-000003 asks for 119.00 EUR by 2027-06-08 (order)
  INV-2027-000001: 100.00 + 20.00 = 120.00 EUR
    A · server-1.example.com (1 month): 100.00 + 20.00 = 120.00 EUR
  INV-2027-000002: 100.00 + 20.00 = 120.00 EUR
    A · server-1.example.com (1 month): 100.00 + 20.00 = 120.00 EUR
  INV-2027-000003: 100.00 + 19.00 = 119.00 EUR
    A · server-1.example.com (1 month): 100.00 + 19.00 = 119.00 EUR
  received    cash:sandbox-card 119.00 | unapplied:C -119.00
  received    cash:sandbox-card 120.00 | unapplied:A -120.00
  invoiced    receivable:A 120.00 | revenue:hosting -100.00 | tax:payable -20.00
  invoiced    receivable:B 120.00 | revenue:hosting -100.00 | tax:payable -20.00
  invoiced    receivable:C 119.00 | revenue:hosting -100.00 | tax:payable -19.00
  applied     unapplied:A 120.00 | receivable:A -120.00
  applied     unapplied:C 119.00 | receivable:C -119.00

2027-06-05
  INV-2027-000004: 100.00 + 0.00 = 100.00 EUR
    A · server-1.example.com (1 month), 2027-06-01 to 2027-06-30: 100.00 + 0.00 = 100.00 EUR
  INV-2027-000005: 100.00 + 0.00 = 100.00 EUR
    A · server-1.example.com (1 month), 2027-06-01 to 2027-06-30: 100.00 + 0.00 = 100.00 EUR
  CN-2027-000001 takes back of INV-2027-000001: 100.00 + 20.00 = 120.00 EUR
    A · server-1.example.com (1 month): 100.00 + 20.00 = 120.00 EUR
  CN-2027-000002 takes back of INV-2027-000002: 100.00 + 20.00 = 120.00 EUR
    A · server-1.example.com (1 month): 100.00 + 20.00 = 120.00 EUR
  invoiced    receivable:A 100.00 | revenue:hosting -100.00
  invoiced    receivable:B 100.00 | revenue:hosting -100.00
  applied     unapplied:A 100.00 | receivable:A -100.00
  credited    revenue:hosting 100.00 | tax:payable 20.00 | receivable:B -120.00
  credited    revenue:hosting 100.00 | tax:payable 20.00 | unapplied:A -120.00
  sent back   unapplied:A 20.00 | cash:sandbox-card -20.00
  * given up
  * given up
  * given up

2027-06-18
  received    cash:sandbox-card 100.00 | unapplied:B -100.00
  applied     unapplied:B 100.00 | receivable:B -100.00

2027-06 in all
  paid for days to come 500.00, taken back of them 173.34, earned by its days 326.66 EUR

2027-07-01
  * ended
  * ended
  * ended

At the end
  cash:sandbox-card 319.00 EUR
  revenue:hosting -300.00 EUR
  tax:payable -19.00 EUR
  the gateway has taken EUR 33900, sent back 2000
  A: A · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
  B: A · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
  C: A · server-1.example.com cancelled, monthly from 2027-06-01, first unpaid day 2027-07-01
`,
}

const inEuro = { plan: "A", currency: "EUR" } as const

async function register({ operator: { tax } }: GoldenShop): Promise<void> {
  const own = { country: "DE", number: "DE123456789", from: "2020-01-01" } as const
  await tax.registrations.add({ ...own, scheme: "local" })
  await tax.registrations.add({ ...own, scheme: "oss" })
  await tax.settings.savePolicy({ elsewhere: "none", mode: "per_document", insidePrices: "net_stays" })
}

/** Whose number can't be looked up today. */
async function findFrench({ company, customer }: GoldenShop): Promise<Shopper> {
  const by = await customer({ country: "FR" })
  const id = by.accountId ?? ""
  const profile = await by.api.identity.profiles.get({ id })
  await company.fault("vies", { call: "check", fault: "ms_unavailable", remaining: 1 })
  await by.api.identity.profiles.save({
    ...profile,
    id,
    kind: "business",
    company: "Exemple SARL",
    taxIds: [VAT],
  })
  await company.settle()
  return by
}

async function buyOnTerms({ operator, buy }: GoldenShop, by: Shopper) {
  const id = by.accountId ?? ""
  await operator.terms.accounts.set({ id, days: 14, limit: eur("50000"), reason: "a good customer" })
  return buy(by, { ...inEuro, onTerms: true })
}

async function invoiceOf(by: Shopper): Promise<string> {
  const [first] = (await by.api.billing.invoices.list({})).items
  return first?.id ?? ""
}
