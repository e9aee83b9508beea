import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** A server for 11,000 won, delivered on 2 March, and the gateway's own console. */
async function sell(company: Company) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { invoiceId } = await by.api.orders.get({ id: order.orderId })
  const subscriptions = (await by.api.billing.subscriptions.list({})).items
  const charge = (await company.books()).charges.find(({ reference }) => reference === order.attemptId)
  return {
    by,
    invoiceId: invoiceId ?? "",
    subscriptionId: subscriptions[0]?.id ?? "",
    serviceId: subscriptions[0]?.subject ?? "",
    invoice: () => by.api.billing.invoices.get({ id: invoiceId ?? "" }),
    refundAtConsole: async (amount?: string) => {
      const path = `/sandbox/card/control/charges/${charge?.id}/refund`
      const answer = await company.request(path, { method: "POST", json: { amount } })
      expect(answer.status).toBe(201)
    },
  }
}

async function booksOf(company: Company) {
  const { currencies } = await company.operator.api.ledger.trialBalance.get({})
  const rows = currencies.find(({ currency }) => currency === "KRW")?.rows ?? []
  const of = (account: string) => rows.find((row) => row.account === account)?.closing.minor ?? "0"
  return { cash: of("cash:sandbox-card"), owed: of("unapplied"), fees: of("fees:sandbox-card") }
}

/** 2.9 percent of each charge, and a tenth of that for sending it back. */
async function chargeFees(company: Company) {
  await company.request("/sandbox/card/control/fees", { method: "PUT", json: { feeBasisPoints: 290 } })
}

const openFindings = async (company: Company) =>
  (await company.operator.api.payments.findings.list({ isOpen: true })).items

test("money sent back at the gateway's console has its credit note, its mail and its service's end, as if asked for here", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  await chargeFees(company)
  const { by, invoiceId, subscriptionId, serviceId, invoice, refundAtConsole } = await sell(company)
  expect(await booksOf(company)).toEqual({ cash: "10681", owed: "0", fees: "319" })
  const { audit, billing } = company.operator.api
  await company.takeEvents()
  await refundAtConsole("4000")
  await company.settle()
  await company.expectEvents(
    "payment.refund_seen",
    "payment.refunded",
    "invoice.credited",
    "invoice.refunded_at_gateway",
  )
  expect(await invoice()).toMatchObject({
    state: "paid",
    standing: "partly_refunded",
    credited: won("4000"),
    // 1,000 of tax × 4,000/11,000 = 363.6.
    creditNotes: [{ number: "CN-2026-000001", cause: "refund", total: won("4000"), tax: won("364") }],
  })
  expect(await booksOf(company)).toEqual({ cash: "6669", owed: "0", fees: "331" })
  expect(await by.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "active" })
  const notes = await billing.creditNotes.list({ number: "CN-2026-000001" })
  const reason = "Refunded in the payment service's own console."
  expect(notes.items).toMatchObject([{ invoiceId, reason }])
  expect((await audit.entries.list({ act: "payments.refund-seen" })).items).toMatchObject([{ reason }])
  const mails = async (subject: string) =>
    (await readMails(company, by.email)).filter((mail) => mail.subject.startsWith(subject))
  expect(await mails("Credit note CN-2026-000001 for invoice")).toHaveLength(1)

  // Staff see when and to whom both papers went, and send them again, a few times a day.
  const { paperMails } = company.operator.api.billing
  const numbers = async () =>
    (await paperMails.list({ id: invoiceId })).items.map(({ number }) => number).sort()
  const { number, creditNotes } = await invoice()
  const note = creditNotes[0]?.number ?? ""
  expect(await numbers()).toEqual([note, number])
  const send = (creditNoteId?: string) => paperMails.send({ id: invoiceId, creditNoteId })
  for (let times = 0; times < 3; times++) await send()
  const { items } = await send(creditNotes[0]?.id)
  expect(items).toHaveLength(6)
  await expect(send()).rejects.toMatchObject({ code: "billing.paper_mailed_enough" })
  await expect(by.api.billing.paperMails.send({ id: invoiceId })).rejects.toMatchObject({ status: 403 })
  await company.settle()
  expect(await mails(`Invoice ${number}, sent again`)).toHaveLength(3)
  expect(await mails(`Credit note ${note}, sent again`)).toHaveLength(1)
  expect((await audit.entries.list({ act: "billing.paper-mailed" })).items).toHaveLength(4)

  // The rest, and its notice never comes: the night finds it. Nothing is left of the invoice, so what it paid for ends.
  await company.fault("card", { call: "notices.send", fault: "notice_lost", remaining: 1 })
  await refundAtConsole()
  await company.settle()
  expect((await invoice()).credited).toEqual(won("4000"))
  await company.travel({ days: 1 })
  await company.settle()
  expect(await invoice()).toMatchObject({
    standing: "refunded",
    credited: won("11000"),
    creditNotes: [{ tax: won("364") }, { number: "CN-2026-000002", total: won("7000"), tax: won("636") }],
  })
  const subscription = await by.api.billing.subscriptions.get({ id: subscriptionId })
  expect(subscription).toMatchObject({ state: "cancelled", nextRequestOn: null })
  const service = await by.api.provisioning.services.get({ id: serviceId })
  expect(service).toMatchObject({ state: "suspended", hold: { releaseOn: "2026-03-10" } })
  expect((await mails("Refund of"))[0]?.text).toMatch(/7,000[\s\S]*On 10 March 2026 it is deleted/)
  expect(await mails("Credit note")).toHaveLength(2)
  await send()
  expect(await booksOf(company)).toEqual({ cash: "-351", owed: "0", fees: "351" })

  const listed = async (standing: "paid" | "partly_refunded" | "refunded") =>
    (await billing.invoices.list({ standing })).items.map(({ id }) => id)
  expect(await listed("refunded")).toEqual([invoiceId])
  expect([...(await listed("paid")), ...(await listed("partly_refunded"))]).toEqual([])

  // Every night says the same again.
  await company.travel({ days: 2 })
  expect((await invoice()).creditNotes).toHaveLength(2)
  expect(await openFindings(company)).toEqual([])
  await company.checkInvariants()
})

test("sent by hand while ours was on its way it stands for ours; what fits no paper waits for staff, every night", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  await chargeFees(company)
  const first = await sell(company)
  const giveBack = ({ invoiceId }: { invoiceId: string }, minor: string, lineId: string) =>
    company.operator.api.billing.creditNotes.issue({
      id: invoiceId,
      reason: "A bad day.",
      lines: [{ lineId, gross: won(minor) }],
    })
  const lineOf = async (sale: typeof first) => (await sale.invoice()).lines[0]?.id ?? ""
  await company.fault("card", { call: "refunds.create", fault: "error_500", remaining: 3 })
  await giveBack(first, "4000", await lineOf(first))
  await company.settle({ within: { seconds: 0 } })
  await first.refundAtConsole()
  await company.settle()
  const { credited, creditNotes } = await first.invoice()
  expect(credited).toEqual(won("11000"))
  expect(creditNotes.map(({ total }) => total.minor)).toEqual(["4000", "7000"])
  const [told] = (await readMails(company, first.by.email)).filter(({ text }) =>
    text.includes("CN-2026-000001"),
  )
  expect(told?.text).toContain("The amount will be refunded the way you paid it.")
  // Sent once, so it cost one fee.
  expect(await booksOf(company)).toEqual({ cash: "-351", owed: "0", fees: "351" })

  // We owe 8,000, and 5,000 went by hand: for ours, or beside it? Nobody guesses.
  const second = await sell(company)
  await company.fault("card", { call: "refunds.create", fault: "error_500", remaining: 3 })
  await giveBack(second, "8000", await lineOf(second))
  await company.settle({ within: { seconds: 0 } })
  await second.refundAtConsole("5000")
  await company.settle()
  await company.travel({ days: 2 })
  expect((await second.invoice()).credited).toEqual(won("8000"))
  expect(await openFindings(company)).toMatchObject([{ kind: "refund_differs", ours: "0", theirs: "5000" }])
  expect(await booksOf(company)).toEqual({ cash: "10330", owed: "-8000", fees: "670" })

  // Sent by us, its fee comes with it.
  const third = await sell(company)
  await giveBack(third, "11000", await lineOf(third))
  await company.settle()
  expect(await booksOf(company)).toEqual({ cash: "9979", owed: "-8000", fees: "1021" })
  await company.checkInvariants()
})
