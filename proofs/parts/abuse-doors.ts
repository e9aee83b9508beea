import { request as httpRequest } from "node:http"
import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { addressOf, attackAs, comeIn, cookiesOf, freshen, inShop, type Seen } from "./abuse-people.ts"
import { insist, type Story } from "./story.ts"

/** How much of each: the whole proof, or the short round of the tests. */
export interface AbuseSize {
  readonly stuffings: number
  readonly guesses: number
}

/** At the doors: guessing, counting, planting, taking over. The company believes its proxy's word on addresses. */
export function abuseDoors({ stuffings, guesses }: AbuseSize): readonly Story[] {
  const victims = Math.min(20, Math.ceil(stuffings / 15))
  return [
    {
      name: `credential stuffing: ${stuffings} tries from one address`,
      run: async (company) => {
        const { looked, came } = await stuff(company, stuffings, () => "203.0.113.7")
        insist(looked <= 60 && came === 0, `${looked} were looked at, ${came} came in.`)
        return `${looked} looked at, ${stuffings - looked} told to wait, nobody came in`
      },
    },
    {
      name: `credential stuffing: ${stuffings} tries at ${victims} people from a thousand addresses`,
      run: async (company) => {
        const people = Array.from({ length: victims }, (_, index) => `victim${index}@example.com`)
        people[0] = (await company.customer()).email
        const { looked, came } = await stuff(company, stuffings, (index) => addressOf(index % 1_000), people)
        insist(looked <= people.length * 10 && came === 0, `${looked} were looked at, ${came} came in.`)
        return `${looked} looked at: at most ten for each of ${victims} doors, the rest told to wait`
      },
    },
    {
      name: "enumeration by content: sign-in, sign-up, reset, another address",
      run: async (company) => {
        const [known, asker] = [await company.customer(), await company.customer()]
        const browser = await comeIn(company, asker)
        const asks: Record<string, (email: string) => Promise<Seen>> = {
          "sign-in": (email) =>
            attackAs(company).send("POST", "/api/auth/sign-in/email", {
              json: { email, password: "wrong word" },
            }),
          "sign-up": (email) => attackAs(company).send("POST", "/api/v1/sign-ups", { json: signUp(email) }),
          reset: (email) =>
            attackAs(company).send("POST", "/api/v1/password-resets", { json: { email, language: "en" } }),
          "another address": (email) => browser.send("POST", "/api/v1/person/email", { json: { email } }),
        }
        for (const [name, ask] of Object.entries(asks)) {
          await freshen(company)
          const [one, other] = [await ask(known.email), await ask("nobody@example.com")]
          insist(
            faceOf(one, known.email) === faceOf(other, "nobody@example.com"),
            `${name} tells them apart.`,
          )
        }
        return `${Object.keys(asks).length} doors: status, header names and body the same to the byte`
      },
    },
    {
      name: "cookie flags, over HTTP and behind a proxy that speaks TLS",
      run: async (company) => {
        const { email, password } = await company.customer()
        const enter = (headers: Record<string, string>) =>
          attackAs(company).send("POST", "/api/auth/sign-in/email", { json: { email, password }, headers })
        const tls = { "x-forwarded-proto": "https", origin: company.url.replace("http:", "https:") }
        const [plain, secure] = [await enter({}), await enter(tls)]
        const all = [...plain.headers.getSetCookie(), ...secure.headers.getSetCookie()]
        for (const one of all) {
          const isTight = /; HttpOnly/i.test(one) && /; SameSite=Lax/i.test(one) && /; Path=\//i.test(one)
          insist(isTight && !/; Domain/i.test(one), `Loose: ${one.replace(/=.*?;/, "=…;")}`)
        }
        for (const one of secure.headers.getSetCookie()) {
          insist(one.startsWith("__Host-") && /; Secure/i.test(one), `Not bound to TLS: ${one.split("=")[0]}`)
        }
        insist(all.length >= 4, `Only ${all.length} cookies were seen.`)
        return `${all.length} cookies: HttpOnly, SameSite=Lax, no Domain; over TLS __Host- and Secure`
      },
    },
    {
      name: "host-header tricks; reset via Host (Akaunting CVE-2021-36804)",
      run: async (company) => {
        const { email } = await company.customer()
        const tricks: readonly Record<string, string>[] = [
          { host: "evil.example" },
          { host: "localhost@evil.example" },
          { host: "localhost:80:evil.example" },
          { host: "localhost/evil.example" },
          { host: "evil.example", "x-forwarded-host": "localhost" },
        ]
        for (const headers of tricks) {
          const status = await askForReset(company, email, headers)
          insist(status === 404 || status === 400, `${JSON.stringify(headers)}: ${status}`)
        }
        const led: readonly Record<string, string>[] = [
          { "x-forwarded-host": "evil.example" },
          { forwarded: "host=evil.example" },
          { "x-original-host": "evil.example", "x-host": "evil.example" },
        ]
        for (const headers of led) {
          await inShop(company, sql`delete from identity.links`)
          insist((await askForReset(company, email, headers)) === 200, "The reset was not taken.")
          const mail = await mailAbout(company, email, "Reset your password")
          insist(!mail.includes("evil.example") && mail.includes(company.url), "The link leads elsewhere.")
        }
        return `${tricks.length} made-up hosts: nothing there; ${led.length} forwarded ones: the link leads to the shop`
      },
    },
    {
      name: `predictable tokens (InvoicePlane CVE-2021-29023): ${guesses} guesses, and other tokens bent`,
      run: async (company) => {
        const { email } = await company.customer()
        await company.visitor.identity.passwords.forget({ email, language: "en" })
        const token = await tokenFor(company, email, "/reset-password")
        const [id = "", mac = ""] = token.split(".")
        insist(Buffer.from(mac, "base64url").length >= 32, "The secret part is shorter than 256 bits.")
        const bend = (index: number) => {
          const at = index % mac.length
          const other = mac[at] === "A" ? "B" : "A"
          return `${id}.${mac.slice(0, at)}${other}${mac.slice(at + 1, mac.length - 1)}${index % 2 ? "C" : "D"}`
        }
        const reset = (text: string) =>
          attackAs(company).send("PUT", "/api/v1/password-resets", {
            json: { token: text, password: "an attacker's own words" },
          })
        const tries = [...Array.from({ length: guesses }, (_, index) => bend(index)), id, `${id}.`, `.${mac}`]
        for (const text of tries) insist((await reset(text)).status >= 400, `A made-up token opened: ${text}`)
        const crossed = await attackAs(company).send("POST", "/api/auth/sign-in/link", { json: { token } })
        insist(crossed.status >= 400, "A reset's token signs in.")
        const [one, two] = await Promise.all([reset(token), reset(token)])
        insist(
          [one.status, two.status].sort().join() === "200,410",
          `Two at once: ${one.status}, ${two.status}.`,
        )
        insist((await reset(token)).status === 410, "A used token opened again.")
        return `${tries.length} bent tokens opened nothing; of two at once one got 200, the other 410; a third time 410`
      },
    },
    {
      name: "sessions that should be over (FOSSBilling CVE-2023-4005), and a planted one (CVE-2023-3394)",
      run: async (company) => {
        const { email, password } = await company.customer()
        const role = async (cookie: string) =>
          (JSON.parse((await attackAs(company, cookie).send("GET", "/api/v1/me")).text) as { role: string })
            .role
        const [mine, stolen] = [
          await comeIn(company, { email, password }),
          await comeIn(company, { email, password }),
        ]
        const changed = await mine.send("POST", "/api/auth/change-password", {
          json: { password: "another password" },
        })
        insist(changed.status === 200, `The password stayed: ${changed.text}`)
        await gone(() => role(stolen.cookie), "after another password the stolen session")
        await gone(() => role(mine.cookie), "after another password the old secret of one's own session")
        const fresh = cookiesOf(changed.headers)
        insist((await role(fresh)) === "customer", "The session's own browser is out.")
        await attackAs(company, fresh).send("POST", "/api/auth/sign-out", { json: {} })
        await gone(() => role(fresh), "after signing out the session")
        const late = await comeIn(company, { email, password: "another password" })
        await inShop(company, sql`update identity.sessions set expires_at = now() - interval '1 second'`)
        await inShop(company, sql`select pg_notify('hostwell_sessions', 'all of them')`)
        await gone(() => role(late.cookie), "after its seven days the session")
        insist(
          (await role("hostwell_session=planted.AAAA")) === "visitor",
          "A made-up cookie opens something.",
        )
        return "gone after another password, after signing out and after seven days; a planted one was never there"
      },
    },
  ]
}

/** The same wrong list at everybody: how many were looked at, and how many came in. */
async function stuff(
  company: Company,
  tries: number,
  from: (index: number) => string,
  people?: readonly string[],
): Promise<{ looked: number; came: number }> {
  let looked = 0
  let came = 0
  const once = async (index: number) => {
    const email = people?.[index % people.length] ?? `leaked${index}@example.com`
    const seen = await attackAs(company).send("POST", "/api/auth/sign-in/email", {
      json: { email, password: `leaked password ${index}` },
      from: from(index),
    })
    if (seen.status === 200) came++
    if (seen.status === 401) looked++
    insist([200, 401, 429, 503].includes(seen.status), `A try was answered with ${seen.status}: ${seen.text}`)
  }
  for (let index = 0; index < tries; index += AT_ONCE) {
    const round = Array.from({ length: Math.min(AT_ONCE, tries - index) }, (_, one) => once(index + one))
    await Promise.all(round)
  }
  return { looked, came }
}

const AT_ONCE = 20

function signUp(email: string) {
  return {
    name: "Mina Kim",
    email,
    password: "a password of mina",
    country: "KR",
    language: "en",
    consents: { terms: true, age: true, privacy: true },
  }
}

/** All that an answer shows, but for the request's own number and the address that was asked about. */
function faceOf({ status, headers, text }: Seen, email: string): string {
  const names = [...headers.keys()].filter((name) => name !== "date").sort()
  return [status, names, text.replaceAll(email, "…").replaceAll(/request:req_\w+/g, "…")].join("\n")
}

/** fetch() won't let its caller choose a Host. */
function askForReset(company: Company, email: string, headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify({ email, language: "en" })
  const { port } = new URL(company.url)
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      {
        host: "127.0.0.1",
        port,
        path: "/api/v1/password-resets",
        method: "POST",
        headers: { host: `localhost:${port}`, "content-type": "application/json", ...headers },
      },
      (answer) => {
        answer.resume()
        answer.on("end", () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

async function gone(role: () => Promise<string>, words: string): Promise<void> {
  for (let round = 0; round < 100; round++) {
    if ((await role()) === "visitor") return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${words} still opens.`)
}

/** With everything counted as in earnest: no door to a reset without a limit. */
export const abuseLimits: readonly Story[] = [
  {
    name: "reset tokens tried on every route that takes them (CVE-2026-43926)",
    run: async (company) => {
      const roads: Record<string, (from: string) => Promise<number>> = {
        "PUT /api/v1/password-resets": (from) =>
          send(company, from, "PUT", "/api/v1/password-resets", {
            token: "lnk_x.y",
            password: "a guess of mine",
          }),
        "POST /reset-password": async (from) => {
          const body = new URLSearchParams({ token: "lnk_x.y", password: "a guess of mine" })
          const answer = await fetch(`${company.url}/reset-password?token=x`, {
            method: "POST",
            body,
            redirect: "manual",
            headers: { origin: company.url, "x-forwarded-for": from },
          })
          await answer.text()
          return answer.status
        },
        "POST /api/auth/sign-in/link": (from) =>
          send(company, from, "POST", "/api/auth/sign-in/link", { token: "lnk_x.y" }),
        "PUT /api/v1/sign-ups/confirm": (from) =>
          send(company, from, "PUT", "/api/v1/sign-ups/confirm", { token: "lnk_x.y" }),
        "PUT /api/v1/kept-email": (from) =>
          send(company, from, "PUT", "/api/v1/kept-email", { token: "lnk_x.y" }),
        "PUT /api/v1/not-me": (from) => send(company, from, "PUT", "/api/v1/not-me", { token: "lnk_x.y" }),
      }
      const seen: string[] = []
      for (const [index, [name, road]] of Object.entries(roads).entries()) {
        let answered = 0
        while (answered < MOST_GUESSES && (await road(addressOf(50_000 + index))) !== 429) answered++
        insist(answered < MOST_GUESSES, `${name} takes guesses without end.`)
        seen.push(`${name} ${answered}`)
      }
      return `guesses answered before 429: ${seen.join(", ")}`
    },
  },
]

/** An hour's worth of any limit, and more. */
const MOST_GUESSES = 200

async function send(
  company: Company,
  from: string,
  method: string,
  path: string,
  json: object,
): Promise<number> {
  return (await attackAs(company).send(method, path, { json, from })).status
}
