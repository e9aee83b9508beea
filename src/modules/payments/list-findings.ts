import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { FindingKind } from "./plan-match.ts"
import { endpoints, matchFindings } from "./tables.ts"

export interface FindingRow {
  readonly id: string
  readonly gateway: string
  readonly kind: FindingKind
  readonly subject: string
  readonly attemptId: string | null
  readonly ours: string
  readonly theirs: string
  readonly firstSeenAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly resolvedAt: Temporal.Instant | null
}

/** Newest first. Findings belong to the house: whoever has only some accounts in reach sees none. */
export async function listFindings(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly limit: number
    readonly after?: string | undefined
    readonly isOpen?: boolean | undefined
  },
): Promise<Page<FindingRow>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const key = decodeKey(filter.after, 2)
  const found = await ctx.db
    .select({ finding: matchFindings, gateway: endpoints.gateway })
    .from(matchFindings)
    .innerJoin(
      endpoints,
      and(eq(endpoints.tenantId, matchFindings.tenantId), eq(endpoints.id, matchFindings.endpointId)),
    )
    .where(
      and(
        filter.isOpen ? isNull(matchFindings.resolvedAt) : undefined,
        key
          ? sql`(${matchFindings.firstSeenAt}, ${matchFindings.id}) < (${key[0]}::timestamptz, ${key[1]})`
          : undefined,
      ),
    )
    .orderBy(desc(matchFindings.firstSeenAt), desc(matchFindings.id))
    .limit(filter.limit + 1)
  const rows = found.map(({ finding, gateway }) => ({ ...finding, gateway }))
  return cutPage(rows, filter.limit, (row) => [row.firstSeenAt.toString(), row.id])
}
