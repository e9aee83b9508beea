import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hmacHex, isHmacHex, signWebhook, verifyWebhook } from "./webhook-signature.ts"

/** A known answer of a scheme with the same format, checked with its maker's own library. */
const known = {
  secret: "whsec_test_vector_secret",
  body: '{"id":"evt_1","object":"event","type":"payment_intent.succeeded"}',
  header: "t=1700000000,v1=88c5526d610266e25b83dafdd8f7721f0b779be5d01b4e1d93fd7a58e84b8faf",
}
const verify = (
  header: string | undefined,
  secrets = [known.secret],
  nowSeconds = 1_700_000_000,
  body = known.body,
) => verifyWebhook({ header, secrets, nowSeconds, body })

describe("a signed webhook", () => {
  it("has a signature others compute alike", () => {
    expect(signWebhook({ body: known.body, secrets: [known.secret], atSeconds: 1_700_000_000 })).toBe(
      known.header,
    )
    expect(verify(known.header)).toEqual({ ok: true, atSeconds: 1_700_000_000 })
  })

  it("is verified over bytes, be they text or not", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ minLength: 1 }), (body, secret) => {
        const header = signWebhook({ body, secrets: [secret], atSeconds: 5 })
        expect(verifyWebhook({ header, body, secrets: [secret], nowSeconds: 5 }).ok).toBe(true)
        const longer = new Uint8Array([...body, 0])
        expect(verifyWebhook({ header, body: longer, secrets: [secret], nowSeconds: 5 })).toEqual({
          ok: false,
          why: "no_match",
        })
      }),
    )
  })

  it("is not accepted for another body, time or secret, nor when a letter changed", () => {
    expect(verify(known.header, undefined, undefined, `${known.body} `)).toEqual({
      ok: false,
      why: "no_match",
    })
    expect(verify(known.header.replace("t=1700000000", "t=1700000001"))).toEqual({
      ok: false,
      why: "no_match",
    })
    expect(verify(known.header, ["another"])).toEqual({ ok: false, why: "no_match" })
    expect(verify(known.header, [])).toEqual({ ok: false, why: "no_match" })
    for (let index = 0; index < known.header.length; index++) {
      const changed = `${known.header.slice(0, index)}${known.header[index] === "0" ? "1" : "0"}${known.header.slice(index + 1)}`
      expect(verify(changed).ok).toBe(false)
    }
  })

  it("lives for its tolerance, in both directions", () => {
    const at = (nowSeconds: number) => verify(known.header, undefined, nowSeconds)
    expect(at(1_700_000_300).ok).toBe(true)
    expect(at(1_700_000_301)).toEqual({ ok: false, why: "too_old" })
    expect(at(1_699_999_700).ok).toBe(true)
    expect(at(1_699_999_699)).toEqual({ ok: false, why: "too_early" })
  })

  it("bridges a rotation from both sides", () => {
    const both = signWebhook({ body: "b", secrets: ["fresh", "former"], atSeconds: 9 })
    for (const secret of ["fresh", "former"]) {
      expect(verifyWebhook({ header: both, body: "b", secrets: [secret], nowSeconds: 9 }).ok).toBe(true)
      const single = signWebhook({ body: "b", secrets: [secret], atSeconds: 9 })
      expect(
        verifyWebhook({ header: single, body: "b", secrets: ["fresh", "former"], nowSeconds: 9 }).ok,
      ).toBe(true)
    }
  })

  it.each([
    undefined,
    "",
    "t=1700000000",
    "v1=00",
    known.header.replace("t=", "x="),
    `${known.header},t=1700000000`,
    known.header.replace("v1=", "v0="),
    known.header.toUpperCase(),
    known.header.replace("t=1", "t=-1"),
    `t=1e3,v1=${"0".repeat(64)}`,
    `t=1${`,v1=${"0".repeat(64)}`.repeat(9)}`,
    `${known.header},${" ".repeat(2_000)}`,
    `${known.header},v1=short`,
  ])("is not one with the header %j", (header) =>
    expect(verify(header)).toEqual({ ok: false, why: "malformed" }),
  ) // prettier-ignore

  it("is never signed with nothing", () => {
    expect(() => signWebhook({ body: "", secrets: [], atSeconds: 1 })).toThrow("1 to 8")
    expect(() => signWebhook({ body: "", secrets: [""], atSeconds: 1 })).toThrow("empty")
    expect(() => verify(known.header, [""])).toThrow("empty")
    expect(() => hmacHex("", "body")).toThrow("empty")
  })
})

describe("a plain hmac", () => {
  it("is what others compute", () => {
    const body = '{"event":"webhook.test","data":{},"deliveryId":"d-1"}'
    const hex = "e23c3cccc7665f0d19997089a500bea1f26f0deb7d3a6fd62d15e739115f18b2"
    expect(hmacHex("sendgo-webhook-secret-0123", body)).toBe(hex)
    expect(isHmacHex("sendgo-webhook-secret-0123", Buffer.from(body), hex.toUpperCase())).toBe(true)
    expect(isHmacHex("sendgo-webhook-secret-0123", body, `${hex}0`)).toBe(false)
    expect(isHmacHex("another", body, hex)).toBe(false)
    expect(hmacHex("k", "b", "sha1")).toHaveLength(40)
  })
})
