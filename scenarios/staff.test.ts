import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { getInvitationLetter } from "#identity"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

/** Somebody with a role of the given permissions, asked by mail and come. */
async function hire(company: Company, permissions: string[]) {
  const { staff, staffRoles } = company.operator.api.identity
  const role = await staffRoles.create({ name: `Role of ${permissions.length}`, permissions })
  const person = await company.customer()
  const { id } = await staff.invite({ email: person.email, roleId: role.id })
  const { keyring, inTenant } = company.ground
  const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
  expect(await person.api.identity.invitations.accept({ token })).toEqual({ accountId: null })
  const colleague = await company.again(person)
  const staffId = (await staff.list()).items.find((one) => one.personId === person.personId)?.id ?? ""
  return { colleague, staffId, roleId: role.id }
}

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
  const signedIn = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  const ask = (path: string, json?: object) =>
    company.request(`/api/v1${path}`, {
      headers: { cookie, origin: company.url },
      ...(json ? { method: "PUT", json } : {}),
    })
  const policy = await (await ask("/staff-policy")).json()
  expect(policy).toMatchObject({ needsSecondFactor: true, standing: "postponed", networks: [] })
  const save = (networks: string[]) =>
    ask("/staff-policy", { needsSecondFactor: true, secondFactorFrom: null, networks })
  expect((await (await save(["203.0.113.0/24"])).json()).code).toBe("identity.locks_you_out")
  expect((await (await save(["nonsense"])).json()).code).toBe("identity.network_malformed")
  const saved = await (await save([`${policy.yourAddress}`, "203.0.113.0/24"])).json()
  expect(saved).toMatchObject({ standing: "needed", networks: [policy.yourAddress, "203.0.113.0/24"] })
  expect((await ask("/orders")).status).toBe(200)
  await company.ground.database.transact(company.tenant, (db) =>
    db.execute(`update identity.staff_policies set networks = '["203.0.113.0/24"]'`),
  )
  const again = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  expect([again.status, (await again.json()).code]).toEqual([403, "identity.network_not_allowed"])
})
