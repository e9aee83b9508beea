import { and, inArray, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { accounts } from "./tables.ts"

/** Which of these accounts nobody may read about any more, save where the law keeps a paper. */
export async function listErasedAccounts(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set()
  const found = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, [...accountIds]), isNotNull(accounts.erasedAt)))
    .limit(accountIds.length)
  return new Set(found.map(({ id }) => id))
}
