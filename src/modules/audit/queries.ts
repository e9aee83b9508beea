import { and, eq, inArray, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import type { Language } from "#kit/refusal.ts"
import type { auditEntryShape } from "./contract.ts"
import type { NameThings } from "./name-things.ts"
import { idsInReason, sayReason } from "./own-reasons.ts"
import { entries } from "./tables.ts"

export type AuditEntry = z.infer<typeof auditEntryShape>

export interface AuditFilter extends TimedFilter {
  readonly limit: number
  readonly act?: string | undefined
  readonly subjectId?: string | undefined
  readonly actorId?: string | undefined
}

export async function listAuditEntries(
  ctx: Context,
  reach: Reach,
  filter: AuditFilter,
  nameThings: NameThings,
): Promise<Page<AuditEntry>> {
  const { after, orderBy } = keysetOf(filter, entries.at, entries.id)
  const rows = await ctx.db
    .select()
    .from(entries)
    .where(
      and(
        reach.kind === "accounts" ? inArray(entries.accountId, [...reach.accountIds]) : undefined,
        filter.act ? eq(entries.act, filter.act) : undefined,
        filter.subjectId ? eq(entries.subjectId, filter.subjectId) : undefined,
        filter.actorId
          ? isActOf(ctx, filter.actorId, { after, orderBy, limit: filter.limit + 1 })
          : undefined,
        after,
        plannedAnew(filter.act, filter.subjectId, filter.actorId),
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.at.toString(), row.id])
  const names = await nameThings(
    ctx,
    page.items.flatMap((row) => [
      row.subjectId,
      row.actorId,
      ...(row.impersonatorId ? [row.impersonatorId] : []),
      ...(row.accountId ? [row.accountId] : []),
      ...idsInReason(row.reason ?? ""),
    ]),
  )
  return { items: page.items.map((row) => describe(row, names, ctx.language)), next: page.next }
}

/** As themselves or in somebody's name: the newest of both, each by its own index. An "or" would have none. */
function isActOf(
  ctx: Context,
  personId: string,
  {
    after,
    orderBy,
    limit,
  }: { readonly after?: SQL | undefined; readonly orderBy: SQL[]; readonly limit: number },
): SQL {
  const newest = (column: PgColumn) =>
    ctx.db
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(column, personId), after))
      .orderBy(...orderBy)
      .limit(limit)
  return sql`${entries.id} in (${newest(entries.actorId)} union all ${newest(entries.impersonatorId)})`
}

function describe(
  row: typeof entries.$inferSelect,
  names: ReadonlyMap<string, string>,
  language: Language,
): AuditEntry {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    id: row.id,
    at: row.at.toString(),
    act: row.act,
    actor: {
      kind: row.actorKind,
      id: row.actorId,
      name: nameOf(row.actorId),
      impersonatorId: row.impersonatorId,
      impersonatorName: nameOf(row.impersonatorId),
    },
    subjectId: row.subjectId,
    subjectName: nameOf(row.subjectId),
    accountId: row.accountId,
    accountName: nameOf(row.accountId),
    mentions: idsInReason(row.reason ?? "").flatMap((id) => {
      const name = names.get(id)
      return name ? [{ id, name }] : []
    }),
    reason: row.reason === null ? null : sayReason(row.reason, language, names),
    before: row.before,
    after: row.after,
    requestId: row.requestId,
  }
}
