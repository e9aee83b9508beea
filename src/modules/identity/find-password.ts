import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { people, signInMethods } from "./tables.ts"

export interface FoundPassword {
  readonly personId: string
  readonly hash: string
}

/** Of whoever has this address here; undefined for nobody, and for those who come in without a password. */
export async function findPassword(db: Transaction, email: string): Promise<FoundPassword | undefined> {
  const [row] = await passwordOf(db, { email })
  return row?.hash ? { personId: row.personId, hash: row.hash } : undefined
}

const passwordOf = keepStatement((db) =>
  db
    .select({ personId: people.id, hash: signInMethods.password })
    .from(people)
    .innerJoin(
      signInMethods,
      and(
        eq(signInMethods.tenantId, people.tenantId),
        eq(signInMethods.userId, people.id),
        eq(signInMethods.providerId, "credential"),
      ),
    )
    .where(eq(people.email, sql.placeholder("email")))
    .limit(1),
)
