import { inArray, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { identityRefusals } from "./errors.ts"
import { countedTries, type GuardFacts, type GuardKind, guardId, waitSeconds } from "./guard.ts"
import { guards } from "./sign-in-tables.ts"

export interface Turn {
  readonly subject: string
  readonly kind: GuardKind
}

/**
 * Counts a try before it is made, or says how long to wait: many at once must not all find the counter low. It counts
 * what was tried and asks nobody whether it exists, so there is nothing to learn from it.
 */
export async function takeTurn(db: Transaction, turns: readonly Turn[]): Promise<void> {
  const ids = turns.map(({ subject }) => guardId(subject)).sort()
  // Made and locked in the order of their ids: two tries with the same subjects never wait for each other crosswise.
  await db
    .insert(guards)
    .values(ids.map((id) => ({ id, tries: 0, lastAt: sql`now()` as never })))
    .onConflictDoNothing()
  const rows = await db
    .select({
      id: guards.id,
      tries: guards.tries,
      secondsSince: sql<number>`extract(epoch from clock_timestamp() - ${guards.lastAt})::float8`,
    })
    .from(guards)
    .where(inArray(guards.id, ids))
    .orderBy(guards.id)
    .for("update")
  const facts = new Map<string, GuardFacts>(rows.map((row) => [row.id, row]))
  const seconds = Math.max(
    ...turns.map(({ subject, kind }) => waitSeconds(kind, facts.get(guardId(subject)))),
  )
  if (seconds > 0) {
    identityRefusals.refuse("identity.sign_in_wait", { seconds }, { retryAfterSeconds: seconds })
  }
  for (const id of ids) {
    await db
      .update(guards)
      .set({ tries: countedTries(facts.get(id)) + 1, lastAt: sql`clock_timestamp()` })
      .where(inArray(guards.id, [id]))
  }
}
