import { sql } from "drizzle-orm"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { tokenFor } from "#app/testing/letters.ts"
import { openSoftPasskey } from "#app/testing/soft-passkey.ts"
import { openTraveller } from "#app/testing/traveller.ts"
import { inShop } from "./abuse-people.ts"
import { insist, type Story } from "./story.ts"

const { email, password } = demoPeople.operator
const AUDIENCE = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2"

/** Staff at their own doors, and an address that changes hands. */
export const proveStaff: readonly Story[] = [
  {
    name: "staff without a second factor, then with a passkey",
    run: async (company) => {
      await inShop(company, sql`update identity.staff_policies set second_factor_from = null`)
      const browser = openTraveller(company)
      await browser.signIn(email, password)
      const before = (await browser.get("/api/v1/orders")).body.code
      insist(before === "identity.second_factor_needed", `Without one: ${before}.`)
      const passkey = openSoftPasskey(company.url)
      const asked = await browser.send("POST", "/api/v1/security/passkeys/options")
      const response = passkey.make(asked.body as never)
      await browser.send("POST", "/api/v1/security/passkeys", { name: "Telephone", response })
      await opened(() => browser.get("/api/v1/orders"))
      const again = openTraveller(company)
      const riddle = await again.send("POST", "/api/auth/passkey/options", {})
      await again.send("POST", "/api/auth/sign-in/passkey", passkey.answer(riddle.body as never))
      await opened(() => again.get("/api/v1/orders"))
      const { passkeys } = (await again.get("/api/v1/security")).body
      const last = await again.send("DELETE", `/api/v1/security/passkeys/${passkeys[0]?.id}`)
      insist(last.body.code === "identity.last_second_factor", "The last one could be taken away.")
      return "403 before, open after; a passkey alone is two; the last one stays"
    },
  },
  {
    name: "staff behind Cloudflare Access",
    run: async (company) => {
      const browser = openTraveller(company)
      await browser.signIn(email, password)
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
      const ask = async (path: string, assertion: string, json?: object) => {
        const headers = { cookie, origin: company.url, "cf-access-jwt-assertion": assertion }
        const init = json ? { headers, method: "PUT", json } : { headers }
        return (await company.request(`/api/v1${path}`, init)).status
      }
      const mine = await accessToken(company, email)
      const policy = {
        needsSecondFactor: true,
        secondFactorFrom: "2999-01-01T00:00:00Z",
        networks: [],
        access: { team: "acme", audience: AUDIENCE },
      }
      const stranger = await accessToken(company, "somebody@example.com")
      const early = await ask("/staff-policy", stranger, policy)
      insist(early === 409, `Saved without having come through it: ${early}.`)
      insist((await ask("/staff-policy", mine, policy)) === 200, "It could not be saved.")
      await shut(() => browser.get("/api/v1/orders"))
      insist((await ask("/orders", mine)) === 200, "A valid proof opens nothing.")
      insist((await ask("/orders", stranger)) === 403, "Another person's proof opens.")
      return "409 for a saver who did not come through it; then 403 without, 200 with one's own proof, 403 with another's"
    },
  },
  {
    name: "another e-mail address, and its owner takes it back",
    run: async (company) => {
      const person = await company.customer()
      const thief = openTraveller(company)
      await thief.signIn(person.email, person.password)
      await thief.send("POST", "/api/v1/person/email", { email: "thief@example.com" })
      const token = await tokenFor(company, "thief@example.com", "/another-email")
      await thief.send("PUT", "/api/v1/person/email", { token })
      const moved = (await openTraveller(company).signIn(person.email, person.password)).status
      insist(moved === 401, "The old address still signs in.")
      const back = await tokenFor(company, person.email, "/keep-email")
      await company.visitor.identity.person.keepEmail({ token: back })
      const out = (await openTraveller(company).signIn("thief@example.com", person.password)).status
      insist(out === 401, "The thief still signs in.")
      await tokenFor(company, person.email, "/reset-password")
      return "changed by the new mailbox's link; taken back by the old one's, the thief out, a reset on its way"
    },
  },
]

async function accessToken(company: Company, who: string): Promise<string> {
  const answer = await company.request("/sandbox/access/acme/control/tokens", {
    json: { email: who, audience: AUDIENCE },
  })
  return ((await answer.json()) as { token: string }).token
}

/** Processes learn of a change by a notice from the database. */
async function opened(ask: () => Promise<{ status: number }>): Promise<void> {
  for (let round = 0; round < 100; round++) {
    if ((await ask()).status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error("It stays shut.")
}

async function shut(ask: () => Promise<{ status: number }>): Promise<void> {
  for (let round = 0; round < 100; round++) {
    if ((await ask()).status === 403) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error("It stays open.")
}
