import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

test("two accounts of one customer become one: everything is reached, papers stay as issued, the books agree", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { customers, audit } = company.operator.api
  const first = await company.placeOrder()
  const second = await company.placeOrder()
  const [fromId, intoId] = [first.by.accountId ?? "", second.by.accountId ?? ""]
  const wish = { id: fromId, intoId, reason: "the same person twice" }
  await company.settle()
  // A payer stands at the gateway's page: money could arrive on either account.
  expect((await customers.merges.preview({ id: fromId, intoId })).obstacles).toEqual(["payment_running"])
  expect(await codeOf(customers.merges.merge(wish))).toBe("customers.merge_not_now")
  await company.pay(first.attemptId)
  await company.pay(second.attemptId)
  await company.settle()
  const [paper] = (await first.by.api.billing.invoices.list({})).items
  const before = await first.by.api.billing.invoices.get({ id: paper?.id ?? "" })
  const open = await company.placeOrder({ by: first.by })
  await company.settle()
  await company.pay(open.attemptId, { card: "no-money" })
  await company.settle()
  await customers.notes.add({ id: fromId, text: "Has two accounts." })
  const tag = await customers.tags.create({ name: "VIP", color: "red" })
  await customers.tags.apply({ id: tag.id, accountIds: [fromId], isGiven: true })
  const { key } = await first.by.api.identity.apiKeys.create({ name: "mine", scopes: ["orders.read"] })
  await company.operator.api.credit.change({
    accountId: fromId,
    act: "give",
    kind: "paid",
    amount: { minor: "5000", currency: "KRW" },
    reason: "a gift",
  })

  const preview = await customers.merges.preview({ id: fromId, intoId })
  expect(preview).toMatchObject({
    moves: { services: 1, orders: 2, openRequests: 1, people: 1, notes: 1, tags: 1, files: 0, fields: 0 },
    stays: { invoices: 1, creditNotes: 0 },
    ends: { keys: 1, invitations: 0 },
    money: [{ kind: "credit", amount: { minor: "5000", currency: "KRW" } }],
    obstacles: [],
  })
  expect(await customers.merges.merge(wish)).toEqual({ accountId: intoId })
  expect(await codeOf(customers.merges.merge(wish))).toBe("customers.customer_merged")
  expect(await codeOf(customers.notes.add({ id: fromId, text: "too late" }))).toBe(
    "customers.customer_merged",
  )

  // Staff: the old number leads to the new one, and so does whatever was known of the old one.
  expect((await customers.get({ id: fromId })).mergedIntoId).toBe(intoId)
  const whole = await customers.get({ id: intoId })
  expect(whole).toMatchObject({
    absorbedIds: [fromId],
    notes: [{ text: "Has two accounts." }],
    tagIds: [tag.id],
    balances: [{ kind: "credit", amount: { minor: "5000", currency: "KRW" } }],
  })
  expect(new Map(whole.people.map((one) => [one.email, one.role]))).toEqual(
    new Map([
      [first.by.email, "admin"],
      [second.by.email, "owner"],
    ]),
  )
  expect((await customers.search({ text: first.by.email })).items).toMatchObject([{ accountId: intoId }])
  expect((await customers.list({ limit: 100 })).items.map((row) => row.id)).not.toContain(fromId)
  const documents = (await customers.timeline({ id: intoId, kind: "document", limit: 100 })).items
  expect(documents.filter((moment) => moment.what === "invoice_issued")).toHaveLength(2)
  expect(await codeOf(Promise.resolve(audit.entries.list({ act: "customers.merged" })))).toBe("done")

  // Customers: both people reach all of it, the paper is the one that was issued, and what was open can be paid.
  for (const shopper of [first.by, second.by]) {
    const member = await company.again(shopper)
    expect(member.accountId).toBe(intoId)
    expect((await member.api.provisioning.services.list({})).items).toHaveLength(2)
    expect((await member.api.billing.invoices.list({})).items).toHaveLength(2)
    expect(await member.api.billing.invoices.get({ id: before.id })).toEqual(before)
    expect((await member.api.identity.me.get()).accounts.map((one) => one.id)).toEqual([intoId])
  }
  const owner = await company.again(second.by)
  const attempt = await owner.api.billing.paymentRequests.pay({ id: open.requestId })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  expect((await owner.api.billing.invoices.list({})).items).toHaveLength(3)
  const { serviceIds } = await owner.api.orders.get({ id: first.orderId })
  const signOn = await owner.api.provisioning.services.requestSignOn({ id: serviceIds[0] ?? "" })
  await company.settle()
  expect((await owner.api.provisioning.services.getSignOn({ id: signOn.id })).state).toBe("ready")
  const keys = await company.operator.api.audit.entries.list({ subjectId: key.id })
  expect(keys.items.map((entry) => entry.act)).toContain("identity.api-key-revoked")
  await company.checkInvariants()
})
