import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { type Draft, type DraftState, readLine } from "./draft.ts"
import { paperworkRefusals } from "./errors.ts"
import { drafts } from "./tables.ts"

export async function getDraft(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<Draft> {
  const query = ctx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), isWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row ? readDraft(row) : paperworkRefusals.refuse("paperwork.draft_missing", { draftId: id })
}

export interface DraftFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly state?: DraftState | undefined
}

export async function listDrafts(ctx: Context, reach: Reach, filter: DraftFilter): Promise<Page<Draft>> {
  const { after, orderBy } = keysetOf(filter, drafts.createdAt, drafts.id)
  const rows = await ctx.db
    .select()
    .from(drafts)
    .where(
      and(
        isWithin(reach),
        filter.accountId ? eq(drafts.accountId, filter.accountId) : undefined,
        filter.state ? eq(drafts.state, filter.state) : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readDraft), next: page.next }
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(drafts.accountId, [...reach.accountIds]) : undefined
}

function readDraft(row: typeof drafts.$inferSelect): Draft {
  return {
    id: row.id,
    state: row.state,
    accountId: row.accountId,
    currency: row.currency,
    lines: row.lines.map((line) => readLine(line, row.currency)),
    dueOn: row.dueOn,
    note: row.note,
    purchaseOrder: row.purchaseOrder,
    requestId: row.requestId,
    createdAt: row.createdAt,
  }
}
