// billing-properties: random lives of agreements, accounts and whole shops, with clocks that jump, beside a slow count of days and cents (F5).
import { parseArgs } from "node:util"
import fc from "fast-check"
import {
  checkHistory,
  findUnexplained,
  histories,
  paidMonths,
  plainFacts,
  playHistory,
  type Seen,
  zones,
} from "#billing/testing"
import { monotonicMs } from "#kit/clock.ts"
import { judgeAccounts } from "./parts/account-proof.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"
import { judgeShops } from "./parts/shop-proof.ts"

const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "100000" },
    accounts: { type: "string", default: "100000" },
    customers: { type: "string", default: "300" },
    minutes: { type: "string", default: "15" },
    seed: { type: "string", default: "1" },
  },
})
const AT_ONCE = 5_000
const YEARS = 20

const [wanted, seed] = [Number(values.histories), Number(values.seed)]
console.log(`Seed ${seed}: --seed ${seed} plays the same lives again.\n`)
const claims = [
  ...judgeHistories(),
  judgeYears(),
  ...judgeAccounts(Number(values.accounts), seed),
  ...(await judgeShops({
    histories: Number(values.customers),
    mostMinutes: Number(values.minutes),
    seed,
  })),
]
process.exitCode = tell(claims) ? 0 : 1

function judgeHistories(): Claim[] {
  const beganMs = monotonicMs()
  const counts = new Map<string, number>()
  const wrong: string[] = []
  let [played, unexplained] = [0, 0]
  for (let chunk = 0; played < wanted; chunk++) {
    const runs = Math.min(AT_ONCE, wanted - played)
    const life = fc.property(histories, ({ facts, acts }) => {
      const seen = playHistory(facts, acts)
      for (const one of seen) count(counts, one)
      unexplained += findUnexplained(facts, seen).length
      const differences = checkHistory(facts, seen)
      if (differences.length > 0) throw new Error(differences.join("; "))
    })
    const outcome = fc.check(life, { numRuns: runs, seed: seed + chunk })
    if (outcome.failed) wrong.push(fc.defaultReportMessage(outcome) ?? "It failed.")
    played += runs
    console.log(`  ${played} lives in ${Math.round((monotonicMs() - beganMs) / 1_000)} s`)
  }
  for (const words of wrong) console.log(`\n${words}`)
  const figure = (kind: string) => counts.get(kind) ?? 0
  const kinds = ["asked", "taken back", "paused", "given", "cancelled", "kept"]
  const moves = ["past_due", "suspended", "paused", "active", "expired", "cancelled"]
  return [
    judge(played >= wanted, "random lives of an agreement", String(played)),
    judge(
      wrong.length === 0,
      "chunks of them in which a day was paid twice or left out, an amount was another or a step came too soon",
      String(wrong.length),
    ),
    judge(
      figure("paid") > 0 && unexplained === 0,
      "paid lines whose explanation comes to another amount",
      `${unexplained} of ${figure("paid")}`,
    ),
    judge(
      [...kinds, ...moves.map((to) => `to ${to}`)].every((kind) => figure(kind) > 0),
      "what befell them",
      [...kinds, ...moves.map((to) => `to ${to}`)].map((kind) => `${kind} ${figure(kind)}`).join(", "),
    ),
  ]
}

function count(counts: Map<string, number>, one: Seen): void {
  const kind = one.kind === "moved" ? `to ${one.to}` : one.kind
  counts.set(kind, (counts.get(kind) ?? 0) + 1)
}

/** Month after month from the 31st, in zones on both sides of the date line. */
function judgeYears(): Claim {
  const acts = paidMonths(12 * YEARS)
  const wrong = zones.flatMap((zone) => {
    const facts = plainFacts(zone)
    return checkHistory(facts, playHistory(facts, acts))
  })
  return judge(
    wrong.length === 0,
    `days left out or paid twice in ${YEARS} years in ${zones.length} zones`,
    String(wrong.length),
  )
}
