import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { hire } from "#app/testing/hire.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { eventually } from "#kit/testing/eventually.ts"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

test("staff do what their role says, hand on no more than they hold, and can't lock everybody out", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { staff, staffRoles } = company.operator.api.identity
  const { colleague, staffId, roleId } = await hire(company, ["orders.read", "identity.staff-roles.write"])
  expect(await codeOf(colleague.api.orders.list({}))).toBe("done")
  expect(await codeOf(colleague.api.billing.invoices.list({}))).toBe("request.not_allowed")
  const wider = { id: roleId, name: "Wider", permissions: ["orders.read", "orders.decide"] }
  expect(await codeOf(colleague.api.identity.staffRoles.save(wider))).toBe("identity.permission_not_yours")
  expect(await codeOf(staffRoles.save({ id: "operator", name: "Nobody", permissions: [] }))).toBe(
    "identity.staff_role_built_in",
  )
  expect(await codeOf(staffRoles.remove({ id: roleId }))).toBe("identity.staff_role_in_use")
  await staffRoles.save({ ...wider, permissions: ["billing.invoices.read"] })
  const changed = await company.again(colleague)
  expect(await codeOf(changed.api.billing.invoices.list({}))).toBe("done")
  expect(await codeOf(changed.api.orders.list({}))).toBe("request.not_allowed")

  const own = (await staff.list()).items.find((one) => one.isYou)?.id ?? ""
  expect(await codeOf(staff.suspend({ id: own, reason: "trial" }))).toBe("identity.staff_yourself")
  const { colleague: second } = await hire(company, ["identity.staff.read", "identity.staff.write"])
  // Who may manage staff but not everything can't touch an operator.
  expect(await codeOf(second.api.identity.staff.suspend({ id: own, reason: "trial" }))).toBe(
    "identity.permission_not_yours",
  )
  await staff.suspend({ id: staffId, reason: "left the company" })
  const out = await company.again(colleague)
  expect(await codeOf(out.api.billing.invoices.list({}))).toBe("done")
  expect((await out.api.identity.me.get()).role).toBe("customer")
  await staff.restore({ id: staffId })
  expect((await (await company.again(colleague)).api.identity.me.get()).role).toBe("operator")
})

test("staff come in from the allowed networks only, and nobody locks themselves out", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { email, password } = demoPeople.operator
  const cookie = await signIn(company)
  const ask = (path: string, json?: object) =>
    company.request(`/api/v1${path}`, {
      headers: { cookie, origin: company.url },
      ...(json ? { method: "PUT", json } : {}),
    })
  const policy = await (await ask("/staff-policy")).json()
  expect(policy).toMatchObject({ needsSecondFactor: true, standing: "postponed", networks: [] })
  const save = (networks: string[]) =>
    ask("/staff-policy", {
      needsSecondFactor: true,
      secondFactorFrom: policy.secondFactorFrom,
      networks,
    })
  expect((await (await save(["203.0.113.0/24"])).json()).code).toBe("identity.locks_you_out")
  expect((await (await save(["nonsense"])).json()).code).toBe("identity.network_malformed")
  const saved = await (await save([`${policy.yourAddress}`, "203.0.113.0/24"])).json()
  expect(saved).toMatchObject({ standing: "postponed", networks: [policy.yourAddress, "203.0.113.0/24"] })
  expect((await ask("/orders")).status).toBe(200)
  await company.ground.database.transact(company.tenant, (db) =>
    db.execute(`update identity.staff_policies set networks = '["203.0.113.0/24"]'`),
  )
  const again = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  expect([again.status, (await again.json()).code]).toEqual([403, "identity.network_not_allowed"])
})

test("staff see what a customer sees: for a reason and a while, without secrets or payments, under both names", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const customer = await company.customer()
  const order = await company.placeOrder({ by: customer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const serviceId = (await customer.api.provisioning.services.list({})).items[0]?.id ?? ""
  const staffCookie = await signIn(company)
  const call = async (path: string, wish: { cookie?: string; method?: string; json?: object } = {}) => {
    const { cookie = acting, ...rest } = wish
    const answer = await company.request(`/api/v1${path}`, {
      headers: { cookie, origin: company.url },
      ...rest,
    })
    return { status: answer.status, body: await answer.json() }
  }
  const accountId = customer.accountId ?? ""
  let acting = staffCookie
  const begin = (reason: string) =>
    call("/impersonations", { cookie: staffCookie, method: "POST", json: { accountId, reason } })
  expect((await begin("")).status).toBe(422)
  const { body: begun } = await begin("The customer sees no invoice")
  acting = `${staffCookie}; impersonation=${begun.id}`

  const { body: me } = await call("/me")
  expect(me).toMatchObject({ role: "customer", person: { email: customer.email } })
  expect(me.impersonation.staffName).toBe(demoPeople.operator.name)
  expect((await call("/orders")).body.items.map((one: { id: string }) => one.id)).toEqual([order.orderId])
  for (const [path, method] of [
    [`/payment-requests/${order.requestId}/pay`, "POST"],
    [`/services/${serviceId}/credentials`, "POST"],
    [`/services/${serviceId}/sign-on`, "POST"],
    ["/api-keys", "GET"],
    ["/impersonations", "POST"],
    ["/carts", "POST"],
    [`/accounts/${accountId}/leave`, "PUT"],
    ["/invitation-links/accept", "PUT"],
    ["/operations", "GET"],
  ] as const) {
    const json = method === "GET" ? {} : { json: { token: "x" } }
    expect([path, (await call(path, { method, ...json })).status]).toEqual([path, 403])
  }
  // A notice can be looked at, and stays unread: the customer has not seen it.
  const { notices } = company.operator.api
  const words = { en: [{ kind: "paragraph" as const, spans: [{ text: "Between ten and eleven." }] }], ko: [] }
  const { id: noticeId } = await notices.create({
    kind: "maintenance",
    importance: "normal",
    title: { en: "Work on Friday", ko: "" },
    body: words,
    audience: { accountKinds: [], countries: [], tagIds: [], needsService: false },
    expiresAt: null,
  })
  await notices.publish({ id: noticeId })
  expect((await call(`/own-notices/${noticeId}/read`, { method: "PUT", json: {} })).status).toBe(200)
  expect(await notices.get({ id: noticeId })).toMatchObject({ state: "live", readers: 0 })

  const { body: profile } = await call(`/accounts/${accountId}/profile`)
  const saved = await call(`/accounts/${accountId}/profile`, {
    method: "PUT",
    json: { ...profile, purchaseOrder: "PO-1" },
  })
  expect(saved.status).toBe(200)

  // The name of it alone, or another's session, opens nothing.
  const bare = await call("/me", { cookie: `impersonation=${begun.id}` })
  expect(bare.body.role).toBe("visitor")
  const own = await call("/me", { cookie: staffCookie })
  expect(own.body).toMatchObject({ role: "operator", impersonation: null })

  expect((await call("/impersonations/end", { method: "PUT", json: {} })).body).toEqual({ ended: 1 })
  // Every process is told at once, by a notice from the database.
  await eventually(async () => (await call("/me")).body.role === "operator")
  const again = await begin("One more look").then(({ body }) => body)
  acting = `${staffCookie}; impersonation=${again.id}`
  company.at.clock.advance({ minutes: 31 })
  expect((await call("/me")).body.role).toBe("operator")

  const order2 = await company.placeOrder({ by: customer })
  await company.settle()
  await company.pay(order2.attemptId)
  await company.settle()
  const { items } = await company.operator.api.audit.entries.list({ limit: 100 })
  const change = items.find((entry) => entry.act === "identity.profile-changed")
  expect(change?.actor).toMatchObject({ id: customer.personId, impersonatorId: company.operator.personId })
  const started = items.filter((entry) => entry.act === "identity.impersonation-started")
  expect(started.map((entry) => entry.reason).sort()).toEqual([
    "One more look",
    "The customer sees no invoice",
  ])
})

async function signIn(company: Company): Promise<string> {
  const { email, password } = demoPeople.operator
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
