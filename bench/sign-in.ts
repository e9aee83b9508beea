// sign-in: a sign-in beside the bare hash it can't do without, a wrong one, and an address nobody has (B12).
import { randomBytes } from "node:crypto"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { hashPassword } from "#identity"
import { openGround } from "./parts/ground.ts"
import { readOptions } from "./parts/options.ts"
import { comparePairs } from "./parts/pairs.ts"
import { reportComparisons } from "./parts/report.ts"

const options = readOptions()
const triesATake = options.isShort ? 3 : 12
const { email, password } = demoPeople.english

await using ground = await openGround()
const { shop, database } = ground

const comparisons = [
  await comparePairs({
    name: "sign-in / bare argon2id",
    unit: "ms",
    isShort: options.isShort,
    target: { atMost: 1.25, isGoal: true },
    reference: () => timeEach(() => hashPassword(password)),
    subject: () => timeEach(() => attempt(email, password, 200)),
  }),
  await comparePairs({
    name: "refused, address unknown / known",
    unit: "ms",
    isShort: options.isShort,
    target: { atLeast: 0.95, atMost: 1.05, isGoal: true },
    reference: () => timeEach(() => attempt(email, "a wrong password", 401)),
    subject: () =>
      timeEach(() => attempt(`${randomBytes(6).toString("hex")}@example.com`, "a wrong password", 401)),
  }),
]
reportComparisons("sign-in", comparisons, options)

/** The mean of some, each begun with no guess on record: what waits is measured elsewhere. */
async function timeEach(act: () => Promise<unknown>): Promise<number> {
  await act()
  let sum = 0
  for (let round = 0; round < triesATake; round++) {
    await database.query("delete from identity.guards")
    const beganMs = performance.now()
    await act()
    sum += performance.now() - beganMs
  }
  return sum / triesATake
}

async function attempt(who: string, word: string, wanted: number): Promise<void> {
  const answer = await fetch(`${shop.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: shop.url },
    body: JSON.stringify({ email: who, password: word }),
  })
  await answer.arrayBuffer()
  if (answer.status !== wanted) throw new Error(`A sign-in answered ${answer.status} instead of ${wanted}.`)
}
