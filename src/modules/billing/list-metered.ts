import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface MeteredAgreement {
  readonly accountId: string
  /** Of its plan: what it charges for by use stands there. */
  readonly versionId: string | null
}

/** Agreements by their ids, in one statement. Whoever asks for them acts for the house. */
export async function listMetered(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MeteredAgreement>> {
  const wanted = [...new Set(ids)]
  const rows = await ctx.db
    .select({
      id: subscriptions.id,
      accountId: subscriptions.accountId,
      versionId: subscriptions.versionId,
    })
    .from(subscriptions)
    .where(sql`${subscriptions.id} = any(${sql.param(wanted)}::text[])`)
    .limit(wanted.length)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
