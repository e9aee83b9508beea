import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { getInvitationLetter } from "#identity"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

test("account credit: staff give it within limits, a customer sees and spends it, and it comes back", async () => {
  await using company = await testCompany()
  const [customer, other] = [await company.customer(), await company.customer()]
  const accountId = customer.accountId ?? ""
  const gift = { accountId, act: "give", kind: "given", reason: "a bad weekend" } as const
  await company.operator.api.credit.change({ ...gift, amount: won("15000") })

  const { items, isApplied } = await customer.api.credit.standing({})
  expect(isApplied).toBe(true)
  expect(items).toEqual([
    { currency: "KRW", available: won("15000"), paid: won("0"), given: won("15000"), held: won("0") },
  ])
  expect((await customer.api.credit.entries({})).items).toMatchObject([
    { cause: "given", kind: "given", amount: won("15000"), reason: "a bad weekend" },
  ])
  // Nobody else's.
  expect((await other.api.credit.entries({ accountId })).items).toEqual([])
  expect((await other.api.credit.standing({ accountId })).items).toEqual([])

  await seeLimits(company, gift)
  await spendAndReturn(company, customer)
  await company.checkInvariants()
})

/** A colleague whose role may give 5,000 a day, in however many parts. */
async function seeLimits(
  company: Company,
  gift: { accountId: string; act: "give"; kind: "given"; reason: string },
): Promise<void> {
  const { staff, staffRoles } = company.operator.api.identity
  const permissions = ["credit.entries.read", "credit.entries.write"]
  const role = await staffRoles.create({ name: "Support", permissions })
  const person = await company.customer()
  const { id } = await staff.invite({ email: person.email, roleId: role.id })
  const { token } = await company.ground.inTenant(company.tenant, (ctx) =>
    getInvitationLetter(ctx, company.ground.keyring, id),
  )
  await person.api.identity.invitations.accept({ token })
  const colleague = await company.again(person)
  const give = (minor: string) => colleague.api.credit.change({ ...gift, amount: won(minor) })
  await expect(give("1")).rejects.toMatchObject({ code: "credit.above_limit" })
  await company.operator.api.credit.policy.limit({ roleId: role.id, most: won("5000") })
  await give("3000")
  await expect(give("2001")).rejects.toMatchObject({ code: "credit.above_limit" })
  await give("2000")
  await expect(colleague.api.credit.change({ ...gift, act: "take", amount: won("1") })).rejects.toMatchObject(
    {
      code: "credit.above_limit",
    },
  )
  await company.travel({ days: 1 })
  await give("1000")
}

async function spendAndReturn(company: Company, customer: Shopper): Promise<void> {
  const { paymentRequests } = customer.api.billing
  const order = await company.placeOrder({ by: customer })
  // The first attempt is over: its page is closed without paying.
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle({ within: { seconds: 0 } })
  await company.operator.api.credit.policy.save({ isApplied: false })
  expect((await paymentRequests.useCredit({ id: order.requestId })).fromCredit).toEqual(won("0"))
  await company.operator.api.credit.policy.save({ isApplied: true })
  const paid = await paymentRequests.useCredit({ id: order.requestId })
  expect(paid).toMatchObject({ state: "paid", fromCredit: won("11000"), left: won("0") })
  await company.settle()
  const { state, invoiceId } = await customer.api.orders.get({ id: order.orderId })
  expect(state).toBe("delivered")
  expect(await customer.api.billing.invoices.get({ id: invoiceId ?? "" })).toMatchObject({
    state: "paid",
    total: won("11000"),
    fromCredit: won("11000"),
    paymentAttemptId: null,
  })
  const [standing] = (await customer.api.credit.standing({})).items
  // 15,000 and three times of the colleague's, less 11,000.
  expect(standing).toMatchObject({ available: won("10000"), held: won("0") })
}

test("what a card and credit paid together goes back the way it came: the card's part first, then the credit", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const customer = await company.customer()
  const order = await company.placeOrder({ by: customer })
  await company.settle()
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle({ within: { seconds: 0 } })
  const accountId = customer.accountId ?? ""
  const gift = { accountId, act: "give", kind: "given", reason: "a bad weekend" } as const
  await company.operator.api.credit.change({ ...gift, amount: won("3000") })
  const { paymentRequests, subscriptions, refunds } = customer.api.billing
  const request = await paymentRequests.useCredit({ id: order.requestId })
  expect(request).toMatchObject({ state: "open", fromCredit: won("3000"), left: won("8000") })
  const attempt = await paymentRequests.pay({ id: order.requestId })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()

  await company.travel({ days: 1 })
  const id = (await subscriptions.list({})).items[0]?.id ?? ""
  const [purchase] = (await refunds.preview({ id })).purchases
  // Day 1 of 31: 11,000 × 30/31.
  expect(purchase?.amount).toEqual(won("10645"))
  await refunds.request({ id, periodId: purchase?.periodId ?? "", expected: won("10645") })
  await company.settle()
  const charged = (await company.books()).charges.map(({ amountMinor, refundedMinor }) => [
    amountMinor,
    refundedMinor,
  ])
  expect(charged).toEqual([["8000", "8000"]])
  const [standing] = (await customer.api.credit.standing({})).items
  expect(standing).toMatchObject({ available: won("2645"), given: won("2645") })
  await company.checkInvariants()
})

test("a renewal is paid by credit first, a saved card is charged for the rest, and the mail says both", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const customer = await company.customer()
  const order = await company.placeOrder({ by: customer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { id: setupId } = await customer.api.payments.setups.start({ id: customer.accountId ?? "" })
  await company.settle()
  await company.leaveCard(customer, setupId)
  await company.settle()
  const { methodId } = await customer.api.payments.setups.get({ id: setupId })
  const { subscriptions } = customer.api.billing
  const [subscription] = (await subscriptions.list({})).items
  const id = subscription?.id ?? ""
  await subscriptions.chooseCollection({ id, collection: "automatic", methodId: methodId ?? "" })
  const accountId = customer.accountId ?? ""
  const gift = { accountId, act: "give", kind: "given", reason: "a bad weekend" } as const
  await company.operator.api.credit.change({ ...gift, amount: won("3000") })
  await company.travel({ days: 32 })
  const charges = (await company.books()).charges.map(({ amountMinor }) => amountMinor)
  expect(charges.sort()).toEqual(["11000", "8000"])
  expect(await subscriptions.get({ id })).toMatchObject({ state: "active", periodEnd: "2026-05-02" })
  await company.checkInvariants()
})
