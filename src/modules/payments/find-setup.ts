import { and, eq, inArray } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { type Lock } from "./queries.ts"
import { type MethodSetup } from "./setup.ts"
import { methodSetups } from "./tables.ts"

export async function findSetup(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: Lock = "read",
): Promise<MethodSetup | undefined> {
  const query = ctx.db
    .select()
    .from(methodSetups)
    .where(and(eq(methodSetups.id, id), isWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  if (!row) return undefined
  const { tenantId: _, askedAt: __, ...setup } = row
  return setup
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(methodSetups.accountId, [...reach.accountIds]) : undefined
}
