// sign-in: beside the bare hash; an address nobody has; pages during a flood of sign-ins; the session's check (B12).
import { randomBytes } from "node:crypto"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { hashPassword } from "#identity"
import { FLOOD, measureFlooded, measureSignIns } from "./parts/flood.ts"
import type { Ground } from "./parts/ground.ts"
import { measureLoad } from "./parts/load.ts"
import type { Options } from "./parts/options.ts"
import { comparePairs } from "./parts/pairs.ts"
import { type Bench, type Found, runAlone } from "./parts/run-bench.ts"
import { openSessionChecks } from "./parts/session-checks.ts"

export const signInBench: Bench = { name: "sign-in", run: compareSignIns }

const { email, password } = demoPeople.english

async function compareSignIns(ground: Ground, { isShort }: Options): Promise<Found> {
  const { shop } = ground
  await using checks = await openSessionChecks(ground)
  const tries = isShort ? 3 : 12
  const rounds = isShort ? 20 : 2_000
  const floodSeconds = isShort ? 0.2 : 2
  const capacity = await measureSignIns(shop.url, floodSeconds)
  // Pages of those who are known: a remembered one would show nothing.
  const page = {
    url: `${shop.url}/`,
    headers: { "accept-language": "en", cookie: "known=1" },
    isShort: isShort,
  }
  let flooded = {}

  const comparisons = [
    await comparePairs({
      name: "sign-in / bare argon2id",
      unit: "ms",
      isShort: isShort,
      target: { atMost: 1.25, isGoal: true },
      reference: () => timeEach(ground, tries, () => hashPassword(password)),
      subject: () => timeEach(ground, tries, () => attempt(shop.url, email, password, 200)),
    }),
    await comparePairs({
      name: "refused, address unknown / known",
      unit: "ms",
      isShort: isShort,
      target: { atLeast: 0.95, atMost: 1.05, isGoal: true },
      reference: () => timeEach(ground, tries, () => attempt(shop.url, email, "a wrong password", 401)),
      subject: () =>
        timeEach(ground, tries, () =>
          attempt(shop.url, `${randomBytes(6).toString("hex")}@example.com`, "a wrong password", 401),
        ),
    }),
    await comparePairs({
      name: `a page's p99, sign-ins at ${FLOOD}× of what it can take / without`,
      unit: "ms",
      isShort: isShort,
      target: { atMost: 1.5, isGoal: true },
      reference: async () => Math.max(1, (await measureLoad(page)).p99),
      subject: async () => {
        const flood = { url: shop.url, perSecond: capacity * FLOOD, seconds: floodSeconds }
        const seen = await measureFlooded(page, flood)
        flooded = seen.flood.answers
        return Math.max(1, seen.p99)
      },
    }),
    await comparePairs({
      name: "session's check, remembered / one select by key",
      unit: "µs",
      isShort: isShort,
      target: { atMost: 0.1, isGoal: true },
      reference: () => timeSelect(ground, rounds),
      subject: () => checks.remembered(rounds),
    }),
    await comparePairs({
      name: "session's check, asked for / one select by key",
      unit: "µs",
      isShort: isShort,
      target: { atMost: 2, isGoal: true },
      reference: () => timeSelect(ground, rounds),
      subject: () => checks.asked(rounds),
    }),
  ]
  const statements = checks.statements()
  return {
    comparisons,
    facts: { capacity, flooded, statements },
    tell: () => {
      console.log(
        `\nIt takes ${capacity.toFixed(0)} sign-ins a second; the flood was answered ${JSON.stringify(flooded)}.`,
      )
      console.log(`A session's check that has to ask sends ${statements} statement(s).`)
    },
  }
}

/** Microseconds for what every look-up needs at least. */
async function timeSelect({ database }: Ground, count: number): Promise<number> {
  const beganMs = performance.now()
  for (let round = 0; round < count; round++) {
    await database.query({ name: "one", text: "select body from bench.one where id = $1", values: ["one"] })
  }
  return ((performance.now() - beganMs) / count) * 1_000
}

/** The mean of some, each begun with no guess on record: what waits is measured elsewhere. */
async function timeEach({ database }: Ground, tries: number, act: () => Promise<unknown>): Promise<number> {
  await act()
  let sum = 0
  for (let round = 0; round < tries; round++) {
    await database.query("delete from identity.guards")
    const beganMs = performance.now()
    await act()
    sum += performance.now() - beganMs
  }
  return sum / tries
}

async function attempt(url: string, who: string, word: string, wanted: number): Promise<void> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: who, password: word }),
  })
  await answer.arrayBuffer()
  if (answer.status !== wanted) throw new Error(`A sign-in answered ${answer.status} instead of ${wanted}.`)
}

if (import.meta.main) await runAlone(signInBench)
