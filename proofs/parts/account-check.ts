import type { Wrong } from "./account-count.ts"
import { followMove, openCount } from "./account-model.ts"
import { checkPapers } from "./account-papers-model.ts"
import type { AccountLife } from "./account-state.ts"

/** What does not agree between a life that was played and the slow count of it. */
export function checkAccount({ facts, book, moves }: AccountLife): Wrong[] {
  const limits = facts.coupons.map(({ id, mostUses }) => [id, { mostUses, mostPerCustomer: null }] as const)
  const count = openCount(facts.rules, new Map(limits))
  for (const move of moves) followMove(count, move)
  const booked = [...book.balances.values()].reduce((sum, minor) => sum + minor, 0n)
  const owed = [...book.balances].filter(([account]) => account.includes(":acc_"))
  const ofCustomer = owed.reduce((sum, [, minor]) => sum + minor, 0n)
  const expected = count.invoiced - count.credited
  const wrong: Wrong[] = [...count.wrong, ...checkPapers(facts.rules, book.papers)]
  if (booked !== 0n) wrong.push({ about: "books", words: `the books are out by ${booked}` })
  if (ofCustomer !== expected) {
    wrong.push({ about: "books", words: `invoiced less credited is ${expected}, not ${ofCustomer}` })
  }
  if (book.unexplained > 0) {
    wrong.push({ about: "explanations", words: `${book.unexplained} lines come to another amount` })
  }
  return wrong
}
