import { inspect } from "node:util"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createKeyring, isSameText, type SealPlace, SecretError } from "./secrets.ts"

const place: SealPlace = { tenant: "tnt_1", table: "servers", column: "token", row: "srv_1" }
const first = Buffer.alloc(32, 1)
const second = Buffer.alloc(32, 2)
const keyring = createKeyring({ current: "2026a", keys: { "2026a": first } })
const rotated = createKeyring({
  current: "2026b",
  keys: { "2026a": first, "2026b": second.toString("base64") },
})

describe("a sealed value", () => {
  it("opens to what was sealed, and looks different each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (secret) => {
        fc.pre(secret.isWellFormed())
        const sealed = keyring.seal(place, secret)
        expect(sealed).toMatch(/^sealed:v1:2026a:[\w-]{16}:[\w-]{22,}$/)
        expect(keyring.seal(place, secret)).not.toBe(sealed)
        expect(keyring.open(place, sealed)).toBe(secret)
      }),
    )
  })

  it("does not open when any letter of it is another, is missing or is added", () => {
    const sealed = keyring.seal(place, "hunter2hunter2")
    for (const tail of [":", ":AAAA", "=", " "]) {
      expect(() => keyring.open(place, sealed + tail)).toThrow(SecretError)
    }
    for (let index = 0; index < sealed.length; index++) {
      const [before, letter, after] = [sealed.slice(0, index), sealed[index], sealed.slice(index + 1)]
      const others = ["A", "B", "_", "-", ":", "=", "+", " ", "", `${letter}A`].filter(
        (other) => other !== letter,
      )
      for (const other of others) {
        expect(() => keyring.open(place, before + other + after)).toThrow(SecretError)
      }
    }
  })

  it("does not open when any bit of it is another", () => {
    const sealed = keyring.seal(place, "hunter2hunter2")
    const [nonce = "", body = ""] = sealed.split(":").slice(3)
    for (const [text, rebuild] of [
      [nonce, (changed: string) => `sealed:v1:2026a:${changed}:${body}`],
      [body, (changed: string) => `sealed:v1:2026a:${nonce}:${changed}`],
    ] as const) {
      const bytes = Buffer.from(text, "base64url")
      for (let bit = 0; bit < bytes.byteLength * 8; bit++) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => keyring.open(place, rebuild(changed.toString("base64url")))).toThrow("was changed")
      }
    }
  })

  it.each(["tenant", "table", "column", "row"] as const)("does not open at another %s", (part) => {
    const sealed = keyring.seal(place, "hunter2")
    expect(() => keyring.open({ ...place, [part]: `${place[part]}x` }, sealed)).toThrow(
      "belongs to another row",
    )
    expect(() => keyring.seal({ ...place, [part]: "" }, "hunter2")).toThrow(SecretError)
  })

  it("does not open when the border between two parts of its place moves", () => {
    // Put together without escaping, these two read alike.
    const sealed = keyring.seal({ ...place, tenant: "a", row: 'x","servers","token","r' }, "hunter2")
    const elsewhere = { ...place, tenant: 'a","servers","token","x', row: "r" }
    expect(() => keyring.open(elsewhere, sealed)).toThrow(SecretError)
  })

  it("does not open under the same id with another key", () => {
    const impostor = createKeyring({ current: "2026a", keys: { "2026a": second } })
    expect(() => impostor.open(place, keyring.seal(place, "hunter2"))).toThrow("was changed")
  })

  it.each([
    "",
    "hunter2",
    "sealed:v1",
    "sealed:v2:2026a:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "sealed:v1:2026a:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ])("is not %j", (text) => expect(() => keyring.open(place, text)).toThrow("This is not a sealed value."))

  it("holds well-formed text up to a bound", () => {
    expect(() => keyring.seal(place, "\ud800")).toThrow("well-formed")
    expect(() => keyring.seal(place, "x".repeat(1_048_577))).toThrow("at most 1048576 bytes")
  })
})

describe("rotation", () => {
  it("opens what the older key sealed, says so, and seals anew", () => {
    const old = keyring.seal(place, "hunter2")
    expect(rotated.open(place, old)).toBe("hunter2")
    expect(rotated.needsReseal(old)).toBe(true)
    const fresh = rotated.reseal(place, old)
    expect(fresh).toMatch(/^sealed:v1:2026b:/)
    expect(rotated.needsReseal(fresh)).toBe(false)
    expect(rotated.open(place, fresh)).toBe("hunter2")
    expect(() => keyring.open(place, fresh)).toThrow(
      'The key "2026b" that sealed this value is not in the keyring.',
    )
  })

  it("can't carry a value to another row on the way", () => {
    const old = keyring.seal(place, "hunter2")
    expect(() => rotated.reseal({ ...place, row: "srv_2" }, old)).toThrow(SecretError)
  })

  it.each([
    [{ current: "a", keys: {} }, 'The keyring has no key "a".'],
    [{ current: "a", keys: { a: "c2hvcnQ=" } }, "does not have 32 bytes"],
    [{ current: "a", keys: { a: first, b: Buffer.alloc(31) } }, 'The key "b" does not have 32 bytes.'],
    [{ current: "a:b", keys: { "a:b": first } }, "A key id is"],
  ])("starts from whole keys only", (source, words) => expect(() => createKeyring(source)).toThrow(words))
})

describe("what is said", () => {
  it("holds neither key nor secret", () => {
    const said: string[] = [inspect(keyring, { depth: 9, showHidden: true }), JSON.stringify(keyring)]
    const sealed = keyring.seal(place, "hunter2hunter2")
    for (const attempt of [
      () => keyring.open({ ...place, row: "srv_2" }, sealed),
      () => keyring.open(place, "hunter2hunter2"),
      () => keyring.seal(place, "hunter2hunter2\ud800"),
      () => createKeyring({ current: "a", keys: { a: "hunter2hunter2" } }),
    ]) {
      try {
        attempt()
      } catch (error) {
        said.push(inspect(error, { depth: 9, showHidden: true }))
      }
    }
    expect(said).toHaveLength(6)
    for (const text of said) expect(text).not.toMatch(/hunter2|01 01 01|AQEB|0101/)
  })
})

describe("macs", () => {
  it("differ by purpose, by key and by text, and are told again after a rotation", () => {
    const mac = keyring.mac("api-key", "hunter2")
    expect(mac).toMatch(/^[0-9a-f]{64}$/)
    expect(keyring.mac("api-key", "hunter2")).toBe(mac)
    expect(
      new Set([
        mac,
        keyring.mac("session", "hunter2"),
        keyring.mac("api-key", "hunter3"),
        rotated.mac("api-key", "hunter2"),
      ]).size,
    ).toBe(4)
    expect(rotated.macs("api-key", "hunter2")).toEqual([rotated.mac("api-key", "hunter2"), mac])
    expect(rotated.isMac("api-key", "hunter2", mac)).toBe(true)
    expect(rotated.isMac("session", "hunter2", mac)).toBe(false)
    expect(keyring.isMac("api-key", "hunter2", rotated.mac("api-key", "hunter2"))).toBe(false)
  })

  it("compare texts of any two lengths", () => {
    expect([isSameText("a", "a"), isSameText("a", "b"), isSameText("a", "ab"), isSameText("", "")]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})
