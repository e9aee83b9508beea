import { sql } from "drizzle-orm"
import type { z } from "zod"
import { idsInReason, type NameThings, sayReason } from "#audit"
import { describeDevice, listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { Language } from "#kit/refusal.ts"
import { kindsFor, type MomentKind } from "./moment.ts"
import { listFamily } from "./queries.ts"
import type { momentShape } from "./timeline-contract.ts"

export type Moment = z.infer<typeof momentShape>

/** One statement a page, whatever the kinds: the function in the database bounds each part. */
export async function listMoments(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly accountId: string
    readonly limit: number
    readonly after?: string | undefined
    readonly kind?: MomentKind | undefined
  },
  nameThings: NameThings,
): Promise<Page<Moment>> {
  const family = await listFamily(ctx, reach, filter.accountId)
  const [before, beforeId] = decodeKey(filter.after, 2) ?? ["infinity", ""]
  const found = await ctx.db.execute<MomentRow>(sql`
    select id, to_json(at) #>> '{}' as at, kind, what, subject_id, title, detail, minor::text, currency, by_id
    from customers.moments(
      ${sql.param([...family])}::text[], ${sql.param(kindsFor(ctx.actor, filter.kind))}::text[],
      ${before}::timestamptz, ${beforeId}, ${filter.limit + 1})`)
  const page = cutPage(found.rows, filter.limit, (row) => [row.at, row.id])
  const names = await listPersonNames(
    ctx,
    page.items.flatMap((row) => row.by_id ?? []),
  )
  const things = await nameThings(
    ctx,
    page.items.filter(isAct).flatMap((row) => [row.subject_id, ...idsInReason(row.title ?? "")]),
  )
  return {
    items: page.items.map((row) => describe(isAct(row) ? nameAct(row, things, ctx.language) : row, names)),
    next: page.next,
  }
}

function isAct(row: MomentRow): boolean {
  return row.kind === "staff"
}

/** What an act was about stands as people call it, and beside it why. */
function nameAct(row: MomentRow, things: ReadonlyMap<string, string>, language: Language): MomentRow {
  return {
    ...row,
    title: things.get(row.subject_id) ?? null,
    detail: row.title === null ? null : sayReason(row.title, language, things),
  }
}

interface MomentRow extends Record<string, unknown> {
  readonly id: string
  readonly at: string
  readonly kind: MomentKind
  readonly what: string
  readonly subject_id: string
  readonly title: string | null
  readonly detail: string | null
  readonly minor: string | null
  readonly currency: Currency | null
  readonly by_id: string | null
}

function describe(row: MomentRow, names: ReadonlyMap<string, string>): Moment {
  const { minor, currency, by_id: byId } = row
  return {
    id: row.id,
    at: Temporal.Instant.from(row.at).toString(),
    kind: row.kind,
    what: row.what,
    subjectId: row.subject_id,
    title: row.title,
    detail: row.kind === "sign_in" ? describeDevice(row.detail ?? "") : row.detail,
    amount: minor !== null && currency !== null ? toWire(money(BigInt(minor), currency)) : null,
    by: byId === null ? null : (names.get(byId) ?? byId),
  }
}
