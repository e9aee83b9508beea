import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"
import { getInvitationLetter } from "#identity"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

test("a member gets what they choose and may see; what law and contract ask for can't be switched off", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const owner = await company.customer()
  const accountId = owner.accountId ?? ""
  const join = async (role: "billing" | "limited") => {
    const person = await company.customer()
    const { id } = await owner.api.identity.invitations.create({ id: accountId, email: person.email, role })
    const { keyring, inTenant } = company.ground
    const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
    await person.api.identity.invitations.accept({ token })
    return company.again(person, accountId)
  }
  const [keeper, guest] = [await join("billing"), await join("limited")]
  const here = async (by: typeof owner) =>
    (await by.api.notifications.preferences.own()).items.find((one) => one.accountId === accountId)
  const kindsOf = async (by: typeof owner) =>
    Object.fromEntries(
      ((await here(by))?.preferences ?? []).map(({ kind, isOn, fixedBecause }) => [
        kind,
        `${isOn ? "on" : "off"}${fixedBecause === null ? "" : ", fixed"}`,
      ]),
    )
  expect(await kindsOf(owner)).toEqual({
    billing: "on, fixed",
    service: "on",
    security: "on, fixed",
    news: "off",
  })
  expect(await kindsOf(keeper)).toEqual({
    billing: "off",
    service: "off",
    security: "on, fixed",
    news: "off",
  })
  expect(await kindsOf(guest)).toMatchObject({ billing: "off, fixed", service: "off, fixed" })
  const save = (by: typeof owner, kind: "billing" | "service", isOn: boolean) =>
    by.api.notifications.preferences.save({ accountId, kind, channel: "mail", isOn })
  expect(await codeOf(save(owner, "billing", false))).toBe("notifications.kind_fixed")
  expect(await codeOf(save(guest, "billing", true))).toBe("notifications.kind_fixed")
  const stranger = await company.customer()
  expect(await codeOf(save(stranger, "billing", true))).toBe("notifications.not_a_member")
  await save(keeper, "billing", true)
  await save(keeper, "service", true)
  await save(owner, "service", false)
  // Said twice it is said once.
  await save(owner, "service", false)
  const order = await company.placeOrder({ by: owner })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { messages, preferences } = company.operator.api.notifications
  const sentTo = async (template: string) =>
    (await messages.list({ template })).items.map(({ to }) => to).toSorted()
  expect(await sentTo("payment-receipt")).toEqual([owner.email, keeper.email].toSorted())
  expect(await sentTo("service-ready")).toEqual([keeper.email])
  const [receipt] = (await messages.list({ template: "payment-receipt", to: keeper.email })).items
  const copy = await messages.get({ id: receipt?.id ?? "" })
  // Greeted by their own name, with the paper, and with the way to say no.
  expect(copy).toMatchObject({ attachments: [{ contentType: "application/pdf" }] })
  expect(copy.text).toContain(copy.toName)
  expect(copy.text).toMatch(/Choose which e-mails you get: \S+\/portal\/notifications/)
  expect(copy.html).toContain("/portal/notifications")
  // Staff see it where they look when somebody says that no mail came.
  const { items } = await preferences.ofAccount({ accountId })
  const seen = items.find(({ personId }) => personId === owner.personId)
  expect(seen).toMatchObject({ isHolder: true })
  expect(seen?.preferences.find(({ kind }) => kind === "service")).toMatchObject({ isOn: false })
  const changed = await company.operator.api.audit.entries.list({ act: "notifications.preference-changed" })
  expect(changed.items).toHaveLength(3)
  // A role that doesn't see bills any more is sent none, whatever was chosen before.
  const { members } = await owner.api.identity.members.team({ id: accountId })
  const member = members.find(({ email }) => email === keeper.email)
  await owner.api.identity.members.change({ id: member?.id ?? "", role: "limited" })
  const next = await company.placeOrder({ by: owner })
  await company.pay(next.attemptId)
  await company.settle()
  expect(await sentTo("payment-receipt")).toHaveLength(3)
})
