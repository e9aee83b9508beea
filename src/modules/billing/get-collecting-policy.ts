import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { remember } from "#kit/transaction-memo.ts"
import { type CollectingPolicy, defaultPolicy } from "./collecting-policy.ts"
import { COLLECTING_POLICY } from "./collecting-policy-key.ts"
import { collectingPolicies } from "./collecting-tables.ts"

/** What this shop decided, or the house's own days. Asked once in a transaction. */
export function getCollectingPolicy(ctx: Context): Promise<CollectingPolicy> {
  return remember(ctx.db, `${COLLECTING_POLICY} ${ctx.tenant}`, () => readPolicy(ctx))
}

async function readPolicy(ctx: Context): Promise<CollectingPolicy> {
  const [row] = await policyOf(ctx.db, {})
  if (!row) return defaultPolicy
  const { tenantId: _tenant, id: _id, ...policy } = row
  return policy
}

const policyOf = keepStatement((db) =>
  db.select().from(collectingPolicies).where(eq(collectingPolicies.id, "policy")).limit(1),
)
