import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** A Korean shop that is registered in Germany as well and asks for 5,000 won five days after the due day. */
async function openShop() {
  const company = await testCompany({ player: { kind: "memory", seed: 12 } })
  const { fees, tax } = company.operator.api
  const local = { scheme: "local", from: "2020-01-01" } as const
  await tax.registrations.add({ country: "KR", number: "101-81-00001", ...local })
  await tax.registrations.add({ country: "DE", number: "DE123456789", ...local })
  await tax.registrations.add({ country: "DE", number: "DE123456789", scheme: "oss", from: "2020-01-01" })
  await tax.settings.savePolicy({ elsewhere: "none", mode: "per_document", insidePrices: "net_stays" })
  await fees.policy.save({ kind: "fixed", afterDays: 5, basisPoints: 0, amounts: [won("5000")] })
  return company
}

/** A French business whose number VIES can't confirm yet, and what it owes, due in five days. */
async function owe(company: Company) {
  const by = await company.customer({ country: "FR" })
  const accountId = by.accountId ?? ""
  const { paperwork, terms, billing } = company.operator.api
  const profile = await by.api.identity.profiles.get({ id: accountId })
  await company.fault("vies", { call: "check", fault: "ms_unavailable", remaining: 1 })
  const taxIds = [{ country: "FR", number: "FR40303265045" }]
  const business = { ...profile, id: accountId, kind: "business" as const, company: "Exemple SARL", taxIds }
  await by.api.identity.profiles.save(business)
  await company.settle()
  await terms.accounts.set({ id: accountId, days: 5, limit: won("50000000"), reason: "a good customer" })
  const lines = [{ words: "Work", quantity: 1, unit: won("11000000") }]
  const draft = await paperwork.drafts.create({ accountId, currency: "KRW", lines })
  const { requestId } = await paperwork.drafts.send({ id: draft.id })
  await company.settle()
  const { invoiceId } = await billing.paymentRequests.get({ id: requestId ?? "" })
  return { by, accountId, id: invoiceId ?? "" }
}

/** VIES confirms the number, and staff put the invoice right. */
async function putRight(company: Company, { by, id }: { readonly by: Shopper; readonly id: string }) {
  const { reissues } = company.operator.api.billing
  await by.api.tax.vatNumbers.check({ id: by.accountId ?? "" })
  await company.settle()
  const { after } = await reissues.preview({ id })
  const { invoiceId } = await reissues.issue({
    id,
    expected: after.total,
    reason: "The number was confirmed.",
  })
  await company.settle()
  return invoiceId
}

async function feesOf(company: Company, ...ids: readonly string[]) {
  const { charges } = company.operator.api.fees
  return Promise.all(ids.map(async (id) => (await charges.get({ id })).state))
}

test("a late fee of an invoice that was replaced: taken back while it isn't paid, carried on as it was decided, never asked for twice", async () => {
  await using company = await openShop()
  const { billing, fees } = company.operator.api
  const [open, waived, paid] = [await owe(company), await owe(company), await owe(company)]
  await fees.charges.waive({ id: waived.id, reason: "They dispute it." })
  await company.travel({ days: 11 })
  await company.settle()
  expect(await feesOf(company, open.id, waived.id, paid.id)).toEqual(["charged", "waived", "charged"])
  const requestOf = async (id: string) => (await fees.charges.get({ id })).requestId ?? ""
  const [asked, settled] = [await requestOf(open.id), await requestOf(paid.id)]
  const attempt = await paid.by.api.billing.paymentRequests.pay({ id: settled })
  await company.pay(attempt.id)
  await company.settle()

  const after = [
    await putRight(company, open),
    await putRight(company, waived),
    await putRight(company, paid),
  ]
  expect(await billing.paymentRequests.get({ id: asked })).toMatchObject({ state: "withdrawn" })
  expect(await feesOf(company, open.id, waived.id, paid.id)).toEqual(["waived", "waived", "charged"])
  expect(await feesOf(company, ...after)).toEqual(["none", "waived", "charged"])
  expect(await fees.charges.get({ id: after[1] ?? "" })).toMatchObject({ reason: "They dispute it." })

  // Due five days after their own date: late for the new paper is late, once.
  await company.travel({ days: 12 })
  await company.settle()
  expect(await feesOf(company, ...after)).toEqual(["charged", "waived", "charged"])
  const feesAsked = async ({ accountId }: { readonly accountId: string }) =>
    (await billing.paymentRequests.list({ accountId, purpose: "manual" })).items.filter(
      ({ total }) => total.minor === "5000",
    )
  expect((await feesAsked(open)).map(({ state }) => state).toSorted()).toEqual(["open", "withdrawn"])
  expect(await feesAsked(waived)).toEqual([])
  expect((await feesAsked(paid)).map(({ state }) => state)).toEqual(["paid"])
  await company.checkInvariants()
})

test("a late fee of an invoice that is credited before it is paid goes with it; of a part that is credited it stands", async () => {
  await using company = await openShop()
  const { billing } = company.operator.api
  const [whole, part] = [await owe(company), await owe(company)]
  await company.travel({ days: 11 })
  await company.settle()
  expect(await feesOf(company, whole.id, part.id)).toEqual(["charged", "charged"])
  await billing.creditNotes.issue({ id: whole.id, reason: "It was never done." })
  const [line] = (await billing.invoices.get({ id: part.id })).lines
  const lines = [{ lineId: line?.id ?? "", gross: won("1000000") }]
  await billing.creditNotes.issue({ id: part.id, reason: "Less was done.", lines })
  await company.settle()
  expect(await feesOf(company, whole.id, part.id)).toEqual(["waived", "charged"])
  const { items } = await billing.paymentRequests.list({ accountId: whole.accountId, state: "open" })
  expect(items).toEqual([])
  await company.checkInvariants()
})
