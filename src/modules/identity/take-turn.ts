import { sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { identityRefusals } from "./errors.ts"
import { FORGET_SECONDS, type GuardKind, guardId, waitSeconds } from "./guard.ts"
import { guards } from "./sign-in-tables.ts"

export interface Turn {
  readonly subject: string
  readonly kind: GuardKind
}

/**
 * Counts a try before it is made, or says how long to wait: many at once must not all find the counter low. It counts
 * what was tried and asks nobody whether it exists, so there is nothing to learn from it. A try that has to wait takes
 * the transaction back, and counts for nothing.
 */
export async function takeTurn(
  db: Transaction,
  turns: readonly [Turn] | readonly [Turn, Turn],
): Promise<void> {
  const kinds = new Map(turns.map(({ subject, kind }) => [guardId(subject), kind]))
  // Made and locked in the order of their ids: two tries with the same subjects never wait for each other crosswise.
  const [first = "", second = ""] = [...kinds.keys()].sort()
  const rows = await (second ? countTwo : countOne)(db, { first, second })
  const waits = rows.map(({ id, tries, secondsSince }) => {
    const kind = kinds.get(id)
    return kind && tries !== null ? waitSeconds(kind, { tries, secondsSince }) : 0
  })
  const seconds = Math.max(...waits)
  if (seconds > 0) {
    identityRefusals.refuse("identity.sign_in_wait", { seconds }, { retryAfterSeconds: seconds })
  }
}

const countOne = keepStatement((db) => countTries(db, ["first"]))
const countTwo = keepStatement((db) => countTries(db, ["first", "second"]))

function countTries(db: Transaction, subjects: readonly string[]) {
  return db
    .insert(guards)
    .values(subjects.map((name) => ({ id: sql.placeholder(name), tries: 1, lastAt: sql`clock_timestamp()` })))
    .onConflictDoUpdate({
      target: [guards.tenantId, guards.id],
      set: {
        tries: sql`case when ${secondsSince(sql`${guards.lastAt}`)} >= ${FORGET_SECONDS} then 1 else ${guards.tries} + 1 end`,
        lastAt: sql`clock_timestamp()`,
      },
    })
    .returning({
      id: guards.id,
      tries: sql<number | null>`old.tries`,
      secondsSince: sql<number>`${secondsSince(sql`old.last_at`)}::float8`,
    })
}

function secondsSince(moment: ReturnType<typeof sql>) {
  return sql`extract(epoch from clock_timestamp() - ${moment})`
}
