import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { invoices } from "./tables.ts"

export interface FirstPaid {
  readonly invoiceId: string
  readonly paidAt: Temporal.Instant
}

/** Of each account the first invoice over more than nothing that was paid, in one statement; absent: none was. */
export async function listFirstPaid(
  ctx: Context,
  reach: Reach,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, FirstPaid>> {
  const wanted =
    reach.kind === "accounts" ? accountIds.filter((id) => reach.accountIds.includes(id)) : accountIds
  if (wanted.length === 0) return new Map()
  const { rows } = await ctx.db.execute<{ accountId: string; invoiceId: string; paidAt: string }>(sql`
    select wanted.id as "accountId", first.id as "invoiceId", to_json(first.paid_at) #>> '{}' as "paidAt"
    from unnest(${sql.param([...wanted])}::text[]) as wanted (id)
    cross join lateral (
      select id, paid_at from ${invoices} as one
      where account_id = wanted.id and paid_at is not null and total_minor > 0
        -- What was put right is the one that stands in its place.
        and not exists (select from ${invoices} as other where other.replaces_id = one.id)
      order by paid_at, id limit 1
    ) as first`)
  return new Map(
    rows.map(({ accountId, invoiceId, paidAt }) => [
      accountId,
      { invoiceId, paidAt: Temporal.Instant.from(paidAt) },
    ]),
  )
}
