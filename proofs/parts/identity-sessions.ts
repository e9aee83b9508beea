import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { openTraveller, type Traveller } from "#app/testing/traveller.ts"
import { totpCode } from "#identity/testing"
import { insist, type Story } from "./story.ts"

/** Coming in, being in, and being put out. */
export const proveSessions: readonly Story[] = [
  {
    name: "a session prepared by somebody else (fixation)",
    run: async (company) => {
      const { email, password } = await company.customer()
      const attacker = await company.customer()
      const browser = openTraveller(company)
      await browser.signIn(attacker.email, attacker.password)
      const planted = browser.cookies.get("hostwell_session")
      await browser.signIn(email, password)
      insist(browser.cookies.get("hostwell_session") !== planted, "The session's secret stayed.")
      const left = openTraveller(company)
      left.cookies.set("hostwell_session", planted ?? "")
      await eventually(async () => (await left.role()) === "visitor", "The planted session still opens.")
      return "another secret after signing in; the planted one opens nothing"
    },
  },
  {
    name: "an app's code: half a session, once, rotated",
    run: async (company) => {
      const { email, password } = await company.customer()
      const mine = openTraveller(company)
      await mine.signIn(email, password)
      const { address } = (await mine.send("POST", "/api/v1/security/second-factor")).body
      const secret = secretIn(address)
      const seconds = () => Date.now() / 1_000
      await mine.send("PUT", "/api/v1/security/second-factor", {
        code: await totpCode(secret, seconds() - 30),
      })
      const half = openTraveller(company)
      await half.signIn(email, password)
      const before = half.cookies.get("hostwell_session")
      insist((await half.role()) === "visitor", "A half session opens something.")
      const code = await totpCode(secret, seconds())
      const step = (browser: Traveller) => browser.send("POST", "/api/auth/sign-in/second-factor", { code })
      insist((await step(half)).status === 200, "The right code was refused.")
      insist(half.cookies.get("hostwell_session") !== before, "The session's secret stayed.")
      const copy = openTraveller(company)
      await copy.signIn(email, password)
      insist((await step(copy)).status === 422, "The same code opened twice.")
      return "half opens nothing, the code opens once, the secret is another"
    },
  },
  {
    name: "a dangerous act after ten minutes",
    run: async (company) => {
      const { email, password } = await company.customer()
      const browser = openTraveller(company)
      await browser.signIn(email, password)
      await inShop(company, sql`update identity.sessions set proved_at = now() - interval '11 minutes'`)
      // Written past the program, so the program has to be told; a word it can't read makes it forget everything.
      await inShop(company, sql`select pg_notify('hostwell_sessions', 'all of them')`)
      await pause(100)
      const act = () => browser.send("POST", "/api/v1/api-keys", { name: "key", scopes: ["orders.read"] })
      const refused = await act()
      insist(refused.body.code === "identity.proof_needed", `It answered ${refused.status}.`)
      await browser.send("POST", "/api/auth/prove", { password })
      insist((await act()).status === 201, "Refused after the proof.")
      return "403 without a fresh proof, 201 with one"
    },
  },
  {
    name: "everybody else signed out, in every process",
    run: async (company) => {
      const { email, password } = await company.customer()
      const [mine, other] = [openTraveller(company), openTraveller(company)]
      for (const browser of [mine, other]) await browser.signIn(email, password)
      insist((await other.role()) === "customer", "The second browser did not come in.")
      await mine.send("DELETE", "/api/v1/security/sessions")
      const began = performance.now()
      await eventually(async () => (await other.role()) === "visitor", "The other session still opens.")
      insist((await mine.role()) === "customer", "This session ended as well.")
      return `out after ${Math.round(performance.now() - began)} ms`
    },
  },
  {
    name: "a browser never seen, and 'this wasn't me'",
    run: async (company) => {
      const { email, password } = await company.customer()
      const [mine, thief] = [openTraveller(company), openTraveller(company)]
      for (const browser of [mine, thief]) await browser.signIn(email, password)
      await mailAbout(company, email, "New sign-in to your account")
      await company.visitor.identity.notMe({ token: await tokenFor(company, email, "/not-me") })
      await eventually(async () => (await thief.role()) === "visitor", "The thief is still in.")
      insist((await thief.signIn(email, password)).status === 401, "The old password still opens.")
      await tokenFor(company, email, "/reset-password")
      return "mailed, everybody out, the old password dead, a reset link sent"
    },
  },
  {
    name: "guessing at one address",
    run: async (company) => {
      const { email, password } = await company.customer()
      const owner = openTraveller(company)
      await owner.signIn(email, password)
      const statuses = await Promise.all(
        Array.from({ length: 30 }, () => openTraveller(company).signIn(email, "a wrong password")),
      )
      const looked = statuses.filter(({ status }) => status === 401).length
      insist(looked <= 5, `${looked} of 30 guesses at once were looked at.`)
      insist((await owner.signIn(email, password)).status === 200, "The owner's own browser is locked out.")
      return `${looked} of 30 at once looked at, the rest 429; the owner's browser comes in`
    },
  },
]

async function eventually(isSo: () => Promise<boolean>, words: string): Promise<void> {
  for (let round = 0; round < 50; round++) {
    if (await isSo()) return
    await pause(20)
  }
  throw new Error(words)
}

function inShop(company: Company, statement: ReturnType<typeof sql>) {
  return company.ground.inTenant(company.tenant, (ctx) => ctx.db.execute(statement))
}

function secretIn(address: string): string {
  const letters = (new URL(address).searchParams.get("secret") ?? "").split("")
  const bits = letters.map((one) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"),
  )
  const bytes = bits.join("").match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}
