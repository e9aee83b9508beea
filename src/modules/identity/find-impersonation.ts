import { eq } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { findPersonFacts } from "./actor-queries.ts"
import type { ImpersonationFacts } from "./impersonation.ts"
import { impersonations } from "./impersonation-tables.ts"

export async function findImpersonation(
  db: Transaction,
  id: string,
): Promise<ImpersonationFacts | undefined> {
  const [row] = await db.select().from(impersonations).where(eq(impersonations.id, id)).limit(1)
  const person = row ? await findPersonFacts(db, row.personId) : undefined
  if (!row || !person) return undefined
  return {
    ...person,
    impersonationId: row.id,
    staffPersonId: row.staffPersonId,
    accountId: row.accountId,
    expiresAt: row.expiresAt.toString(),
    endedAt: row.endedAt?.toString() ?? null,
  }
}
