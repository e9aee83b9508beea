import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createRedactor, REDACTED } from "./redact.ts"
import { isSecretName } from "./secret-names.ts"

const redactor = createRedactor()

const SECRET_NAMES = [
  "password",
  "passwd",
  "rootpass",
  "newPassword",
  "password_confirmation",
  "user_pwd",
  "rootpw",
  "secret",
  "clientSecret",
  "webhook-secret",
  "token",
  "access_token",
  "csrfToken",
  "apiKey",
  "api_key",
  "x-api-key",
  "customerKey",
  "sshKeys",
  "Authorization",
  "proxy-authorization",
  "Cookie",
  "set-cookie",
  "card",
  "cardNumber",
  "card_number",
  "cvc",
  "cvv2",
  "pan",
  "iban",
  "IBAN",
  "pin",
  "otp",
  "authCode",
  "eppCode",
  "private_key",
  "session",
  "PHPSESSID",
  "signature",
  "credentials",
  "bearer",
  "accountNumber",
] // prettier-ignore

const READABLE_NAMES = [
  "id",
  "name",
  "amount",
  "currency",
  "status",
  "author",
  "authors",
  "monkey",
  "keyboard",
  "wildcard",
  "bypass",
  "token_type",
  "key_id",
  "cardBrand",
  "card_id",
  "idempotency-key",
  "passkey",
  "company",
  "expand",
  "panel",
  "shipping",
  "spin",
  "discard",
  "tokenExpiresAt",
  "description",
  "invoice_id",
] // prettier-ignore

describe("names of secrets", () => {
  it.each(SECRET_NAMES)("%s is one", (name) => expect(isSecretName(name, [], [])).toBe(true))
  it.each(READABLE_NAMES)("%s is none", (name) => expect(isSecretName(name, [], [])).toBe(false))

  it("are added and taken away by the caller, however they are written", () => {
    expect(isSecretName("ticket", ["Ticket"], [])).toBe(true)
    expect(isSecretName("payment_key", [], ["paymentKey"])).toBe(false)
  })
})

const canary = fc.stringMatching(/^[A-Za-z0-9]{8,24}$/).map((text) => `cAnArY${text}`)
const secretName = fc.constantFrom(...SECRET_NAMES)
const words = fc.string({ unit: "grapheme", maxLength: 30 })
const filler = fc.jsonValue({ maxDepth: 3 })

/** A place inside nested data: a secret somewhere below objects and lists, with other things beside it. */
function nested(leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const key = fc.string({ maxLength: 12 })
  const step = fc.oneof(
    fc.tuple(key, filler).map(([name, beside]) => (inner: unknown) => ({ beside, [name]: inner })),
    filler.map((beside) => (inner: unknown) => [beside, inner, beside]),
    fc.constant((inner: unknown) => ({ body: JSON.stringify({ inner }) })),
  )
  return fc
    .tuple(leaf, fc.array(step, { maxLength: 5 }))
    .map(([value, steps]) => steps.reduce((inner, wrap) => wrap(inner), value))
}

const secretHolder = (secret: string) =>
  fc.tuple(secretName, fc.integer({ min: 0, max: 5 })).map(([name, shape]): unknown => {
    const shapes = [
      { [name]: secret },
      { [name]: { deep: [secret] } },
      { [name]: [secret, secret] },
      { name, value: secret },
      [name, secret],
      { [name]: `${secret} and more`, amount: "11000" },
    ]
    return shapes[shape]
  })

const planted = canary.chain((secret) =>
  fc.record({ secret: fc.constant(secret), data: nested(secretHolder(secret)) }),
)

describe("a planted secret never survives", () => {
  it("under a secret name, anywhere in data", () => {
    fc.assert(
      fc.property(planted, ({ secret, data }) => {
        expect(JSON.stringify(redactor.value(data))).not.toContain(secret)
        expect(redactor.body(JSON.stringify(data), "application/json")).not.toContain(secret)
      }),
      { numRuns: 400 },
    )
  })

  it("in JSON that broke off anywhere, or stands in the middle of a sentence", () => {
    fc.assert(
      fc.property(secretName, words, fc.nat(400), (name, before, cut) => {
        const secret = "cAnArYcAnArY"
        const json = JSON.stringify(
          { before, [name]: { a: [secret], b: secret }, after: { [name]: secret } },
          null,
          cut % 3,
        )
        const text = `the panel said ${json}`
        for (const length of [text.length, cut % text.length]) {
          expect(redactor.text(text.slice(0, length))).not.toContain(secret)
          expect(redactor.text(JSON.stringify(text.slice(0, length)))).not.toContain(secret)
        }
      }),
      { numRuns: 300 },
    )
  })

  it("in form bodies, queries and headers", () => {
    fc.assert(
      fc.property(canary, secretName, words, (secret, name, other) => {
        const form = new URLSearchParams([
          ["other", other.toWellFormed()],
          [name, `${secret} ${secret}`],
          [`card[${name}]`, secret],
        ])
        expect(redactor.body(form.toString(), "application/x-www-form-urlencoded")).not.toContain(secret)
        expect(redactor.query(form.toString())).not.toContain(secret)
        expect(redactor.text(`GET https://host/path?${form.toString()} failed`)).not.toContain(secret)
        const headers = redactor.headers({ [name]: [secret, secret], "x-other": `${name}=${secret}` })
        expect(JSON.stringify(headers)).not.toContain(secret)
      }),
      { numRuns: 300 },
    )
  })

  it("in XML and in error messages", () => {
    fc.assert(
      fc.property(canary, secretName, (secret, name) => {
        const messages = [
          `<r><${name}>${secret}</${name}></r>`,
          `<a:${name} id="1"><![CDATA[${secret}]]></a:${name}>`,
          `<r ${name}="${secret}"/>`,
          `login refused: ${name}=${secret}, try again`,
          `login refused: ${name}: '${secret} x' and ${name} => "${secret}"`,
          `connect postgres://user:${secret}@host:5432/db`,
          `Authorization: Digest username="x", response="${secret}"`,
          `Cookie: a=b; c=${secret}`,
          `curl -H 'Authorization: Bearer ${secret}'`,
        ]
        for (const message of messages) {
          expect(redactor.text(message)).not.toContain(secret)
          expect(redactor.value(new Error(message))).not.toContain(secret)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const luhnCards = [
  "4242424242424242",
  "5555555555554444",
  "378282246310005",
  "6011111111111117",
  "3566002020360505",
  "9490220006611406",
]
const PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIBcAnArY\nzzzz\n-----END RSA PRIVATE KEY-----"

const shaped = fc.oneof(
  fc.constantFrom(...luhnCards).map((card) => ({ secret: card, written: card })),
  fc.constantFrom(...luhnCards).map((card) => ({ secret: card.slice(4, 12), written: card })),
  fc.constantFrom(...luhnCards, " ").chain(() =>
    fc.constantFrom(" ", "-", ".").map((gap) => {
      const written = ["4242", "4242", "4242", "4242"].join(gap)
      return { secret: written, written }
    }),
  ),
  canary.map((secret) => ({ secret, written: `Bearer ${secret}` })),
  canary.map((secret) => {
    const written = `Basic ${Buffer.from(`user:${secret}`).toString("base64")}`
    return { secret: written.slice(6), written }
  }),
  canary.map((secret) => ({ secret, written: `eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}` })),
  canary.map((secret) => ({ secret, written: `sk_live_${secret}` })),
  fc.nat(20).map((cut) => ({ secret: "MIIBcAnArY", written: PEM.slice(0, PEM.length - cut) })),
  fc.constant({ secret: "1234567", written: "900101-1234567" }),
  fc.constant({ secret: "DE89370400440532013000", written: "DE89370400440532013000" }),
) // prettier-ignore

describe("a secret's own shape gives it away", () => {
  it("in text, values, keys, forms and numbers, whatever stands around it", () => {
    fc.assert(
      fc.property(
        shaped,
        words,
        words,
        nested(fc.constant("§place§")),
        ({ secret, written }, before, after, place) => {
          const around = `${before.toWellFormed().replace(/\d$/, "x")} ${written} ${after.toWellFormed().replace(/^\d/, "x")}`
          expect(redactor.text(around)).not.toContain(secret)
          expect(redactor.query(`note=${encodeURIComponent(around)}`)).not.toContain(secret)
          const data = JSON.parse(
            JSON.stringify(place).replaceAll("§place§", written.replaceAll("\n", " ")),
          ) as unknown
          expect(JSON.stringify(redactor.value(data))).not.toContain(secret)
          expect(JSON.stringify(redactor.value({ [around]: 1 }))).not.toContain(secret)
        },
      ),
      { numRuns: 500 },
    )
  })

  it("also as a JSON number, and as a number too long to be read exactly", () => {
    expect(redactor.value({ note: 4242424242424242 })).toEqual({ note: REDACTED })
    expect(redactor.body('{"note":4242424242424242428}')).toBe(`{"note":"${REDACTED}"}`)
  })

  it("behind quotes that are escaped once or twice", () => {
    for (const depth of [1, 2, 3]) {
      let text = '{"token": "cAnArY and more", "id": 1'
      for (let level = 0; level < depth; level++) text = JSON.stringify(text).slice(1, -1)
      expect(redactor.text(text)).not.toMatch(/cAnArY|more/)
      expect(redactor.text(text)).toContain("id")
    }
  })

  it("in an error, whose words otherwise stay", () => {
    expect(redactor.value(new RangeError("token=cAnArY is out of range"))).toBe(
      `RangeError: token=${REDACTED} is out of range`,
    )
  })

  it("after other numbers, before other numbers", () => {
    expect(redactor.text("paid 12 4242 4242 4242 4242 11/30")).not.toMatch(/4242/)
  })
})

describe("known secrets", () => {
  const known = createRedactor({ secrets: ["Bearer pl4in", 'qu"oted!', `Basic ${btoa("user:p@ss-word")}`] })

  it("go wherever they turn up, however they are written", () => {
    const text = known.text(
      `pl4in qu"oted! ${JSON.stringify('qu"oted!')} ${encodeURIComponent('qu"oted!')} p@ss-word p%40ss-word`,
    )
    expect(text).not.toMatch(/pl4in|oted|ss-word/)
    expect(JSON.stringify(known.value({ echo: "you sent pl4in", pl4in: 1 }))).not.toContain("pl4in")
  })
})

describe("what people need stays readable", () => {
  const ids = fc.oneof(
    fc.uuid(),
    fc.stringMatching(/^(inv|ord|svc)_[0-9a-hjkmnp-tv-z]{26}$/),
    fc.stringMatching(/^(pi|ch|in)_[A-Za-z0-9]{24}$/).filter((id) => !/\d{13}/.test(id)),
    fc.integer({ min: 1_600_000_000_000, max: 1_999_999_999_999 }).map(String),
  )

  it("ids, amounts, dates and words", () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 9_999_999_999 }), (id, amount) => {
        const data = {
          id,
          amount,
          total: String(amount),
          currency: "KRW",
          status: "paid",
          at: "2026-11-21T07:12:17Z",
        }
        expect(redactor.value(data)).toEqual(data)
        expect(JSON.parse(redactor.body(JSON.stringify(data)))).toEqual(data)
        const text = `invoice ${id} of ${amount} KRW was refused: insufficient funds (code card_declined) at 07:12:17`
        expect(redactor.text(text)).toBe(text)
        expect(redactor.query(`id=${id}&amount=${amount}`)).toBe(`id=${id}&amount=${amount}`)
      }),
    )
  })

  it("a flag about a secret, an empty one, what stands beside one", () => {
    const data = { password: "", token: null, card: true, items: [{ secret: "x1y2", id: "a" }] }
    expect(redactor.value(data)).toEqual({ ...data, items: [{ secret: REDACTED, id: "a" }] })
  })
})

describe("bounds", () => {
  it("cuts what is too deep or too long instead of showing it unseen", () => {
    let deep: unknown = { password: "cAnArY" }
    for (let depth = 0; depth < 5_000; depth++) deep = [deep]
    expect(JSON.stringify(redactor.value(deep))).toContain("[cut]")
    const long = `${"x ".repeat(8_190)}sk_live_cAnArYcAnArY ${"y".repeat(1_000_000)}`
    expect(redactor.text(long)).not.toContain("cAnArY")
    expect(redactor.text(long).length).toBeLessThan(17_000)
    const astride = `${"x ".repeat(8_180)}eyJ${"cAnArY".repeat(20)}.payload.signature`
    expect(redactor.text(astride)).not.toContain("cAnArY")
  })

  it("keeps a key called __proto__ a key", () => {
    const redacted = redactor.body('{"__proto__":{"polluted":"yes"}}')
    expect(redacted).toBe('{"__proto__":{"polluted":"yes"}}')
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined()
  })

  it("takes a hostile text in its stride", () => {
    const hostile = [
      "<",
      "<password>",
      "password=",
      "eyJ",
      "-----BEGIN A-----",
      "1 ",
      "a:",
      '\\"',
      "AA00 ",
      "://",
    ]
    const started = performance.now()
    for (const piece of hostile) redactor.text(piece.repeat(20_000))
    // Ten texts of 16 kB take some 50 ms here; a pattern that backtracks takes minutes.
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
