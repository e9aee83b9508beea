import fc from "fast-check"
import { expect, test } from "vitest"
import { redact, redactBody, redactPath, redactText } from "./redact.ts"

const CANARY = "canary-7f3a9b"

test("a secret never survives, wherever in a document it stands", () => {
  const names = fc.constantFrom(
    "password",
    "api_key",
    "Authorization",
    "client_secret",
    "decryptedPassword",
    "cvc",
    "accessToken",
    "card_number",
    "set-cookie",
  )
  const wrap = fc.array(fc.constantFrom("data", "items", "0", "server"), { maxLength: 6 })
  fc.assert(
    fc.property(names, wrap, fc.boolean(), (name, path, inList) => {
      const leaf: unknown = inList ? [{ [name]: CANARY }] : { [name]: CANARY, id: 512 }
      const document = path.reduce<unknown>((inner, part) => ({ [part]: inner, amount: "11000" }), leaf)
      expect(JSON.stringify(redact(document))).not.toContain(CANARY)
      expect(redactBody(JSON.stringify(document))).not.toContain(CANARY)
      expect(redactBody(`a=1&${name}=${CANARY}`, "application/x-www-form-urlencoded")).not.toContain(CANARY)
      expect(redactPath(`/x?${name}=${CANARY}&page=2`)).not.toContain(CANARY)
    }),
    { numRuns: 500 },
  )
})

test("what looks like a secret goes, in any text", () => {
  expect(redactText("Authorization: Bearer abcdef123456")).not.toContain("abcdef123456")
  expect(redactText("card 4242 4242 4242 4242 declined")).toBe("card [redacted] declined")
  expect(redactText("https://user:pa55@example.com/")).not.toContain("pa55")
  expect(redactText("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----")).toBe("[redacted]")
  expect(redactText(`{"password": "pa55 word"} trailing`)).not.toContain("pa55")
})

test("ids and amounts stay readable", () => {
  const text = '{"id":512,"order":"ord_01hv3m9k2n","total":{"minor":"11000","currency":"KRW"},"tokens":3}'
  expect(redactBody(text)).toContain('"minor":"11000"')
  expect(redactBody(text)).toContain("ord_01hv3m9k2n")
  expect(redactPath("/servers/512?page=2")).toBe("/servers/512?page=2")
})
