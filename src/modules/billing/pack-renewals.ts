import type { SQL } from "drizzle-orm"
import { packAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { packAnnouncements } from "#kit/events/announce.ts"
import { money, toWire } from "#kit/money.ts"
import { takeBreath } from "#kit/work/in-breaths.ts"
import { insertOf, type PackedColumn, packColumns, updateOf } from "#kit/write-rows.ts"
import { paymentRequested } from "./events.ts"
import { useWindows } from "./metered-tables.ts"
import type { PlannedRenewal } from "./open-renewal-plan.ts"
import { packNotes } from "./pack-notes.ts"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"

/** All that asking for renewals writes but the numbers, in the order in which it is sent. */
export interface PackedRenewals {
  readonly count: number
  /** Before the numbers are taken. */
  readonly told: readonly SQL[]
  readonly requests: readonly PackedColumn[]
  readonly after: readonly SQL[]
}

/** Between two statements' rows whoever waits for an answer of the database gets their turn. */
export async function packRenewals(
  ctx: Context,
  renewals: readonly PlannedRenewal[],
): Promise<PackedRenewals> {
  const told: SQL[] = []
  for (const tell of [packNoted, packAudited, packAnnounced]) {
    const statement = renewals.length > 0 ? tell(ctx, renewals) : undefined
    if (statement) told.push(statement)
    await takeBreath()
  }
  const requests = packColumns(
    paymentRequests,
    renewals.map(({ planned }) => planned.row),
  )
  await takeBreath()
  const lines = packColumns(
    paymentRequestLines,
    renewals.flatMap(({ planned }) => planned.lines),
  )
  await takeBreath()
  const after = [
    ...(lines.length > 0 ? [insertOf(paymentRequestLines, lines)] : []),
    ...packAsked(renewals.filter(isRenewal), { nextRequestOn: null }),
    // An extension that nobody pays must not swallow the renewal: that one's day stays as it is.
    ...packAsked(
      renewals.filter((one) => !isRenewal(one)),
      {},
    ),
    ...packUse(renewals),
  ]
  return { count: renewals.length, told, requests, after }
}

function isRenewal({ wish: { purpose } }: PlannedRenewal): boolean {
  return purpose === "renewal"
}

function packNoted(ctx: Context, renewals: readonly PlannedRenewal[]): SQL | undefined {
  const renewed = renewals.filter(isRenewal).flatMap(({ wish }) => wish.group)
  return renewed.length > 0 ? packNotes(ctx, renewed, "request") : undefined
}

function packAudited(ctx: Context, renewals: readonly PlannedRenewal[]): SQL {
  return packAudits(
    ctx,
    renewals.map(({ wish: { group, purpose, cycles }, planned: { row } }) => ({
      act: "billing.renewal-requested",
      subjectId: row.id,
      accountId: row.accountId,
      after: {
        purpose,
        cycles,
        subscriptionIds: group.map(({ id }) => id),
        total: toWire(money(row.totalMinor, row.currency)),
      },
    })),
  )
}

function packAnnounced(ctx: Context, renewals: readonly PlannedRenewal[]): SQL {
  return packAnnouncements(
    ctx,
    paymentRequested,
    renewals.map(({ wish: { group, purpose }, planned: { row } }) => ({
      requestId: row.id,
      accountId: row.accountId,
      purpose,
      subscriptionIds: group.map(({ id }) => id),
    })),
  ).statement
}

function packUse(renewals: readonly PlannedRenewal[]): SQL[] {
  const rows = renewals.flatMap(({ wish, planned }) =>
    (wish.use ?? []).map(({ id }) => ({ id, requestId: planned.row.id })),
  )
  return rows.length > 0 ? [updateOf(useWindows, packColumns(useWindows, rows))] : []
}

function packAsked(renewals: readonly PlannedRenewal[], more: { readonly nextRequestOn?: null }): SQL[] {
  if (renewals.length === 0) return []
  const rows = renewals.flatMap(({ wish, planned }) =>
    wish.group.map(({ id }) => ({ id, requestId: planned.row.id, trouble: null, ...more })),
  )
  return [updateOf(subscriptions, packColumns(subscriptions, rows))]
}
