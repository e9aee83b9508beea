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
const WRONG = "a wrong password"
const WARM_UP = 150

async function compareSignIns(ground: Ground, { isShort }: Options): Promise<Found> {
  const { shop } = ground
  await using checks = await openSessionChecks(ground)
  // A browser that has been in before, as nearly all have: each sign-in of a new one also sends its person a mail.
  const cookie = await browserOf(shop.url)
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
  // Before a program has compiled what it runs, a sign-in is measured that few people ever have.
  await timeEach(ground, isShort ? 0 : WARM_UP, () => attempt(shop.url, { email, password, cookie }, 200))

  const comparisons = [
    await comparePairs({
      name: "sign-in / bare argon2id",
      unit: "ms",
      isShort: isShort,
      target: { atMost: 1.25, isGoal: true },
      reference: () => timeEach(ground, tries, () => hashPassword(password)),
      subject: () => timeEach(ground, tries, () => attempt(shop.url, { email, password, cookie }, 200)),
    }),
    await comparePairs({
      name: "refused, address unknown / known",
      unit: "ms",
      isShort: isShort,
      target: { atLeast: 0.95, atMost: 1.05, isGoal: true },
      reference: () => timeEach(ground, tries, () => attempt(shop.url, { email, password: WRONG }, 401)),
      subject: () =>
        timeEach(ground, tries, () => {
          const nobody = `${randomBytes(6).toString("hex")}@example.com`
          return attempt(shop.url, { email: nobody, password: WRONG }, 401)
        }),
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
  let sum = 0
  for (let round = -1; round < tries; round++) {
    await database.query("delete from identity.guards")
    const beganMs = performance.now()
    await act()
    if (round >= 0) sum += performance.now() - beganMs
  }
  return sum / tries
}

interface Try {
  readonly email: string
  readonly password: string
  readonly cookie?: string
}

async function attempt(url: string, { email, password, cookie }: Try, wanted: number): Promise<Response> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ email, password }),
  })
  await answer.arrayBuffer()
  if (answer.status !== wanted) throw new Error(`A sign-in answered ${answer.status} instead of ${wanted}.`)
  return answer
}

/** What a browser still has after its person has signed out. */
async function browserOf(url: string): Promise<string> {
  const answer = await attempt(url, { email, password }, 200)
  const device = answer.headers.getSetCookie().find((one) => one.includes("hostwell_device_"))
  if (!device) throw new Error("A sign-in has set no cookie for its browser.")
  return device.split(";")[0] ?? ""
}

if (import.meta.main) await runAlone(signInBench)
