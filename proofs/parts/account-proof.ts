import fc from "fast-check"
import { monotonicMs } from "#kit/clock.ts"
import { checkAccount } from "./account-check.ts"
import { type Promised, promises } from "./account-count.ts"
import { playAccount } from "./account-life.ts"
import { accounts } from "./account-samples.ts"
import type { AccountLife } from "./account-state.ts"
import { type Claim, judge } from "./claim.ts"

const AT_ONCE = 5_000

/** What each promise is called, and what was seen of it. */
export const promiseWords: Readonly<Record<Promised, string>> = {
  days: "days paid twice, left out or begun elsewhere than counted",
  amounts: "lines, changes of plan and papers that come to another amount than the slow count",
  refunds: "credit notes beyond what is left, refunds other than the law's and the house's figures",
  coupons: "coupons given beyond their limit, or refused before it",
  numbers: "numbers left out, twice, or against the order of the days",
  taxes: "papers whose tax is not that of their sum, or not spread to the unit",
  books: "books that don't sum to zero, or where invoiced less credited is not what was counted",
  explanations: "lines whose explanation comes to another amount",
}

/** Accounts with several agreements, played in memory through the engine's own decisions. */
export function judgeAccounts(wanted: number, seed: number): Claim[] {
  const beganMs = monotonicMs()
  const seen = new Map<string, number>()
  const wrong = new Map<Promised, number>()
  const thrown: string[] = []
  let [played, failures] = [0, 0]
  for (let chunk = 0; played < wanted; chunk++) {
    const runs = Math.min(AT_ONCE, wanted - played)
    const life = fc.property(accounts, ({ facts, acts }) => {
      const one = playAccount(facts, acts)
      countMoves(seen, one)
      const found = checkAccount(one)
      for (const { about } of found) wrong.set(about, (wrong.get(about) ?? 0) + 1)
      if (found.length > 0) throw new Error(found.map(({ words }) => words).join("; "))
    })
    const outcome = fc.check(life, { numRuns: runs, seed: seed + chunk })
    if (outcome.failed) {
      failures += 1
      thrown.push(fc.defaultReportMessage(outcome) ?? "It failed.")
    }
    played += runs
    console.log(`  ${played} accounts in ${Math.round((monotonicMs() - beganMs) / 1_000)} s`)
  }
  for (const words of thrown) console.log(`\n${words}`)
  const figure = (kind: string) => seen.get(kind) ?? 0
  return [
    judge(played >= wanted && failures === 0, "random accounts with several agreements", String(played)),
    ...promises.map((about) => judge(!wrong.has(about), promiseWords[about], String(wrong.get(about) ?? 0))),
    judge(
      kinds.every((kind) => figure(kind) > 0),
      "what befell them",
      kinds.map((kind) => `${kind} ${figure(kind)}`).join(", "),
    ),
  ]
}

const kinds = [
  "bought",
  "prolonged",
  "changed and paid",
  "changed and given back",
  "changed for nothing",
  "taken back",
  "credited",
  "coupon given",
  "coupon refused",
  "invoice",
  "credit_note",
  "lines explained",
]

function countMoves(seen: Map<string, number>, { moves, book }: AccountLife): void {
  const add = (kind: string, count = 1) => seen.set(kind, (seen.get(kind) ?? 0) + count)
  for (const move of moves) {
    if (move.kind === "coupon") add(move.isGiven ? "coupon given" : "coupon refused")
    else if (move.kind !== "changed") add(move.kind)
    else if (move.lines.length > 0) add("changed and paid")
    else add(move.credits.length > 0 ? "changed and given back" : "changed for nothing")
  }
  for (const { kind } of book.papers) add(kind)
  add("lines explained", book.explained)
}
