import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { findMissingLetters } from "#kit/testing/pdf-streams.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

test("a request written by hand: edited, sent once, paid by a bank transfer that is recorded once, and sent back by hand", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [customer, other] = [await company.customer(), await company.customer()]
  const requestId = await writeAndSend(company, customer, other)
  expect(requestId).toMatch(/^prq_/)
  await recordTheTransfer(company, customer, requestId)
  await sendItBack(company, customer, requestId)
  await company.checkInvariants()
})

async function writeAndSend(company: Company, customer: Shopper, other: Shopper): Promise<string> {
  const { drafts } = company.operator.api.paperwork
  const accountId = customer.accountId ?? ""
  const lines = [
    { words: "Moving two sites", quantity: 2, unit: won("110000") },
    { words: "Reading the logs", quantity: 1, unit: won("33000") },
  ]
  const draft = await drafts.create({ accountId, currency: "KRW", lines })
  expect(draft).toMatchObject({ state: "draft", net: won("230000"), tax: won("23000"), total: won("253000") })
  await expect(customer.api.paperwork.drafts.get({ id: draft.id })).rejects.toMatchObject({ status: 403 })
  const wrong = { currency: "KRW" as const, lines: [{ words: "Nothing", quantity: 1, unit: won("0") }] }
  await expect(drafts.save({ id: draft.id, ...wrong })).rejects.toMatchObject({
    code: "paperwork.nothing_asked",
  })
  await drafts.save({
    id: draft.id,
    currency: "KRW",
    lines: lines.slice(0, 1),
    note: "As agreed on the phone.",
    purchaseOrder: "PO-7781",
  })
  const thrown = await drafts.create({ accountId, currency: "KRW", lines })
  await drafts.throwAway({ id: thrown.id })
  const sent = await drafts.send({ id: draft.id })
  expect((await drafts.send({ id: draft.id })).requestId).toBe(sent.requestId)
  await expect(drafts.throwAway({ id: draft.id })).rejects.toMatchObject({ code: "paperwork.draft_sent" })
  await company.settle()
  const { mails } = await company.books()
  expect(mails.filter(({ subject }) => subject.startsWith("Payment request PR-"))).toHaveLength(1)
  const id = sent.requestId ?? ""
  const request = await customer.api.billing.paymentRequests.get({ id })
  expect(request).toMatchObject({
    state: "open",
    purpose: "manual",
    total: won("220000"),
    note: "As agreed on the phone.",
    purchaseOrder: "PO-7781",
  })
  expect((await customer.api.billing.paymentRequests.list({})).items.map((one) => one.id)).toEqual([id])
  expect((await other.api.billing.paymentRequests.list({})).items).toEqual([])
  await printIt(company, customer, other, { id, number: request.number })
  return id
}

/** On paper for the customer, in their language, for staff, and in the mail; nobody else. */
async function printIt(
  company: Company,
  customer: Shopper,
  other: Shopper,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<void> {
  const bytes = async (file: File) => Buffer.from(await file.arrayBuffer())
  const mine = await customer.api.billing.paymentRequests.pdf({ id })
  expect([mine.name, mine.type]).toEqual([`${number}.pdf`, "application/pdf"])
  const first = await bytes(mine)
  const again = await bytes(await company.operator.api.billing.paymentRequests.pdf({ id }))
  expect(again.equals(first)).toBe(true)
  const korean = await bytes(await company.operator.api.billing.paymentRequests.pdf({ id, language: "ko" }))
  expect(findMissingLetters(korean, "청구서")).toEqual([])
  await expect(other.api.billing.paymentRequests.pdf({ id })).rejects.toMatchObject({ status: 404 })
  const [mail] = (await readMails(company, customer.email)).filter(({ subject }) => subject.includes(number))
  expect(mail?.attachments.map(({ name, content }) => [name, content.equals(first)])).toEqual([
    [`${number}.pdf`, true],
  ])
}

async function recordTheTransfer(company: Company, customer: Shopper, id: string): Promise<void> {
  const { paymentRequests, invoices } = company.operator.api.billing
  const today = company.ground.clock.today("Asia/Seoul")
  const transfer = { id, amount: won("220000"), receivedOn: today.toString(), reference: "Kim Mina" }
  await expect(customer.api.billing.paymentRequests.recordTransfer(transfer)).rejects.toMatchObject({
    status: 403,
  })
  await expect(paymentRequests.recordTransfer({ ...transfer, amount: won("219999") })).rejects.toMatchObject({
    code: "billing.transfer_differs",
  })
  const tomorrow = today.add({ days: 1 }).toString()
  await expect(paymentRequests.recordTransfer({ ...transfer, receivedOn: tomorrow })).rejects.toMatchObject({
    code: "billing.transfer_day_wrong",
  })
  const paid = await paymentRequests.recordTransfer(transfer)
  expect(paid).toMatchObject({ state: "paid", left: won("0") })
  // Told again: nothing more comes of it. Under other words it is other money, and there is nothing to pay any more.
  expect((await paymentRequests.recordTransfer(transfer)).invoiceId).toBe(paid.invoiceId)
  await expect(
    paymentRequests.recordTransfer({ ...transfer, reference: "Kim Mina again" }),
  ).rejects.toMatchObject({ code: "billing.request_not_open" })
  await company.settle()
  expect(await customer.api.billing.invoices.get({ id: paid.invoiceId ?? "" })).toMatchObject({
    state: "paid",
    note: "As agreed on the phone.",
    purchaseOrder: "PO-7781",
  })
  // Paid, it has an invoice, and a request that somebody pays twice is worse than none.
  await expect(paymentRequests.pdf({ id })).rejects.toMatchObject({ code: "billing.request_not_open" })
  const { items } = await invoices.list({ accountId: customer.accountId })
  expect(items).toHaveLength(1)
}

async function sendItBack(company: Company, customer: Shopper, requestId: string): Promise<void> {
  const { billing, payments, ledger } = company.operator.api
  const { invoiceId } = await billing.paymentRequests.get({ id: requestId })
  await billing.creditNotes.issue({ id: invoiceId ?? "", reason: "It was never done" })
  await company.settle()
  const [refund] = (await payments.bankRefunds.list({})).items
  expect(refund).toMatchObject({ reference: requestId, amount: won("220000"), sentBy: null })
  const sent = { id: refund?.id ?? "", sentOn: "2026-03-02", reference: "back to Kim Mina" }
  await payments.bankRefunds.send(sent)
  await payments.bankRefunds.send(sent)
  expect((await payments.bankRefunds.list({})).items).toEqual([])
  const { items } = await ledger.transfers.list({ account: "cash:bank-transfer" })
  expect(items.map(({ amount }) => amount.minor).toSorted()).toEqual(["-220000", "220000"])
  await expect(billing.paymentRequests.withdraw({ id: requestId, reason: "too late" })).rejects.toMatchObject(
    {
      code: "billing.request_not_open",
    },
  )
  expect((await customer.api.billing.paymentRequests.list({})).items).toHaveLength(1)
}
