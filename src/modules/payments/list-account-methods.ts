import { and, asc, eq, isNull } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { MOST_METHODS, type SavedMethod } from "./method.ts"
import { isMethodWithin, readMethod } from "./method-row.ts"
import { type Lock } from "./queries.ts"
import { paymentMethods } from "./tables.ts"

/** All of one account's that are not removed, the default first. Locked in one order, so that two can't cross. */
export async function listAccountMethods(
  ctx: Context,
  reach: Reach,
  accountId: string,
  lock: Lock = "read",
): Promise<SavedMethod[]> {
  const query = ctx.db
    .select()
    .from(paymentMethods)
    .where(
      and(eq(paymentMethods.accountId, accountId), isNull(paymentMethods.removedAt), isMethodWithin(reach)),
    )
    .orderBy(asc(paymentMethods.id))
    .limit(MOST_METHODS * 2)
  const rows = lock === "update" ? await query.for("update") : await query
  return rows.map(readMethod).sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
}
