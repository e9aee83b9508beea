import { randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { createKeyring, isSameSecret, SealBroken } from "./secrets.ts"

const place = { tenant: "ten_a", table: "services", column: "password", row: "svc_1" }
const first = { k1: randomBytes(32) }

test("a sealed secret opens where it was sealed and nowhere else", () => {
  const ring = createKeyring({ currentKeyId: "k1", keys: first })
  const sealed = ring.seal(place, "hunter2 비밀")
  expect(ring.open(place, sealed)).toBe("hunter2 비밀")
  for (const elsewhere of [
    { ...place, tenant: "ten_b" },
    { ...place, table: "panels" },
    { ...place, column: "token" },
    { ...place, row: "svc_2" },
  ]) {
    expect(() => ring.open(elsewhere, sealed)).toThrow(SealBroken)
  }
})

test("the same secret never looks the same twice", () => {
  const ring = createKeyring({ currentKeyId: "k1", keys: first })
  expect(ring.seal(place, "x")).not.toBe(ring.seal(place, "x"))
})

test("any changed character breaks the seal, and the error tells no secret", () => {
  const ring = createKeyring({ currentKeyId: "k1", keys: first })
  const sealed = ring.seal(place, "canary-secret")
  const start = sealed.lastIndexOf(":") + 1
  for (let index = start; index < sealed.length - 1; index++) {
    const other = sealed[index] === "A" ? "B" : "A"
    const changed = sealed.slice(0, index) + other + sealed.slice(index + 1)
    expect(() => ring.open(place, changed)).toThrow(/can't be opened/)
  }
  expect(() => ring.open(place, "plain")).toThrow("not a sealed secret")
})

test("rotation: the old key still opens, the new one seals, and without the old one nothing opens", () => {
  const old = createKeyring({ currentKeyId: "k1", keys: first })
  const sealed = old.seal(place, "x")
  const keys = { ...first, k2: randomBytes(32) }
  const ring = createKeyring({ currentKeyId: "k2", keys })
  expect(ring.needsReseal(sealed)).toBe(true)
  const again = ring.reseal(place, sealed)
  expect(ring.needsReseal(again)).toBe(false)
  const withoutOld = createKeyring({ currentKeyId: "k2", keys: { k2: keys.k2 } })
  expect(withoutOld.open(place, again)).toBe("x")
  expect(() => withoutOld.open(place, sealed)).toThrow("Key k1 is not in the keyring")
})

test("fingerprints differ by purpose; secrets compare by value", () => {
  const ring = createKeyring({ currentKeyId: "k1", keys: first })
  expect(ring.mac("a", "x")).toBe(ring.mac("a", "x"))
  expect(ring.mac("a", "x")).not.toBe(ring.mac("b", "x"))
  expect(isSameSecret("abc", "abc")).toBe(true)
  expect(isSameSecret("abc", "abd")).toBe(false)
})
