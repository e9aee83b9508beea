import { describe, expect, it } from "vitest"
import { actorFromKey, actorFromSession, type KeyFacts, type SessionFacts } from "./actor-facts.ts"
import { ownPermissions, permissionsOfMember, rootPermissions, staffPermissions } from "./permissions.ts"

const now = Temporal.Instant.from("2026-03-02T09:00:00Z")
const person = { personId: "per_1", name: "Kim", email: "kim@shop.test", language: "ko" } as const
const customer: SessionFacts = {
  ...person,
  staffRole: null,
  memberships: [{ accountId: "acc_1", role: "owner" }],
}
const key: KeyFacts = {
  ...customer,
  apiKeyId: "key_1",
  scopes: ["orders.read", "operations.write"],
  keyNetworks: [],
  accountId: "acc_1",
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
}

describe("who may do what", () => {
  it("follows from membership, or from being staff", () => {
    expect(actorFromSession(customer)).toMatchObject({ kind: "customer", accountIds: ["acc_1"] })
    expect([...actorFromSession(customer).permissions]).toEqual(permissionsOfMember("owner"))
    const operator = { ...customer, staffRole: "operator" }
    expect([...actorFromSession({ ...operator, isRootStaff: true }).permissions]).toEqual(staffPermissions)
    expect([...actorFromSession(operator).permissions]).toEqual(
      staffPermissions.filter((one) => !rootPermissions.includes(one)),
    )
    expect([...actorFromSession({ ...customer, memberships: [] }).permissions]).toEqual(ownPermissions)
  })

  it("lets a customer do nothing that only staff may", () => {
    for (const permission of ["operations.read", "operations.write", "orders.decide", "audit.entries.read"]) {
      expect(permissionsOfMember("owner")).not.toContain(permission)
    }
  })

  it("limits a key to its scopes and to what its maker holds", () => {
    expect([...(actorFromKey(key, now)?.permissions ?? [])]).toEqual(["orders.read"])
    expect(actorFromKey(key, now)).toMatchObject({ apiKeyId: "key_1", accountIds: ["acc_1"] })
  })

  it("ends a key with its time, its revocation, or its maker's membership", () => {
    expect(actorFromKey({ ...key, expiresAt: now.toString() }, now)).toBeUndefined()
    expect(actorFromKey({ ...key, expiresAt: now.add({ seconds: 1 }).toString() }, now)).toBeDefined()
    expect(actorFromKey({ ...key, revokedAt: now.toString() }, now)).toBeUndefined()
    expect(actorFromKey({ ...key, memberships: [] }, now)).toBeUndefined()
    expect(actorFromKey({ ...key, accountId: null }, now)).toBeUndefined()
  })
})
