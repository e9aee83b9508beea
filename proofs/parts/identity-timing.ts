import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"
import { openTraveller } from "#app/testing/traveller.ts"
import { insist, type Story } from "./story.ts"

const ROUNDS = 120
/** Known and unknown addresses may differ by this much of the time they take. */
const MOST_APART = 0.05

/** What an answer's time tells. Taken in pairs, one of each by turns, so that a busy machine slows both alike. */
export const proveTiming: readonly Story[] = [
  {
    name: `sign-in, known and unknown address (${ROUNDS} pairs)`,
    run: async (company) => {
      const { email } = await company.customer()
      const browser = openTraveller(company)
      const attempt = (address: string) => browser.signIn(address, "a wrong password")
      return compare(company, {
        known: () => attempt(email),
        unknown: (round) => attempt(`nobody${round}@example.com`),
      })
    },
  },
  {
    name: `sign-up, known and unknown address (${ROUNDS} pairs)`,
    run: async (company) => {
      const { email } = await company.customer()
      const request = (address: string) =>
        openTraveller(company).send("POST", "/api/v1/sign-ups", {
          name: "Mina Kim",
          email: address,
          password: "a password of mina",
          country: "KR",
          language: "en",
          consents: { terms: true, age: true, privacy: true },
        })
      return compare(company, {
        known: () => request(email),
        unknown: (round) => request(`nobody${round}@example.com`),
      })
    },
  },
]

interface Sides {
  known(): Promise<unknown>
  unknown(round: number): Promise<unknown>
}

async function compare(company: Company, sides: Sides): Promise<string> {
  const times: Record<keyof Sides, number[]> = { known: [], unknown: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // Each pair begins anew: neither a guard nor the limit of mails shall end what is measured.
    await company.ground.inTenant(company.tenant, async (ctx) => {
      await ctx.db.execute(sql`delete from identity.guards`)
      await ctx.db.execute(sql`delete from identity.links`)
    })
    const order = round % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)
    for (const side of order) {
      const began = performance.now()
      await (side === "known" ? sides.known() : sides.unknown(round))
      times[side].push(performance.now() - began)
    }
  }
  const [known, unknown] = [quick(times.known), quick(times.unknown)]
  const ratio = known / unknown
  const words = `${known.toFixed(2)} and ${unknown.toFixed(2)} ms, ratio ${ratio.toFixed(3)}`
  insist(Math.abs(ratio - 1) <= MOST_APART, words)
  return words
}

/** The fifth of them that nothing else slowed down: what is left is what the answer itself takes. */
function quick(values: readonly number[]): number {
  const fifth = values.toSorted((one, other) => one - other).slice(0, Math.ceil(values.length / 5))
  return fifth.reduce((sum, one) => sum + one, 0) / fifth.length
}
