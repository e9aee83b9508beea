import { and, asc, desc, eq, gt, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { operationSubjects, operations } from "#kit/work/tables.ts"
import { type Attempt, type AttemptState, liveStates } from "./attempt.ts"
import { readAttempt } from "./attempt-rows.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import type { DeclineKind } from "./decline.ts"
import { paymentRefusals } from "./errors.ts"
import { type Refund, readRefund } from "./payment-refund-row.ts"
import { takenRefundStates } from "./states.ts"
import { attempts, disputes, endpoints, refunds, webhookInbox } from "./tables.ts"

/** What a query is allowed to lock: a plain read, or the row until the transaction ends. */
export type Lock = "read" | "update"

export async function findAttempt(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: Lock = "read",
): Promise<Attempt | undefined> {
  const query = ctx.db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, id), isWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row && readAttempt(row)
}

export async function getAttempt(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: Lock = "read",
): Promise<Attempt> {
  const found = await findAttempt(ctx, reach, id, lock)
  return found ?? paymentRefusals.refuse("payments.attempt_missing", { attemptId: id })
}

/** An attempt and the door of its gateway, by one look. */
export async function getAsked(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<{ attempt: Attempt; endpoint: Endpoint | undefined }> {
  const [row] = await ctx.db
    .select({ attempt: attempts, endpoint: endpoints })
    .from(attempts)
    .leftJoin(
      endpoints,
      and(eq(endpoints.tenantId, attempts.tenantId), eq(endpoints.gateway, attempts.gateway)),
    )
    .where(and(eq(attempts.id, id), isWithin(reach)))
  if (!row) return paymentRefusals.refuse("payments.attempt_missing", { attemptId: id })
  return { attempt: readAttempt(row.attempt), endpoint: row.endpoint ?? undefined }
}

export async function findLiveAttempt(
  ctx: Context,
  reach: Reach,
  reference: string,
): Promise<Attempt | undefined> {
  const [row] = await ctx.db
    .select()
    .from(attempts)
    .where(and(eq(attempts.reference, reference), inArray(attempts.state, [...liveStates]), isWithin(reach)))
  return row && readAttempt(row)
}

/** Whether a saved method was asked for this before, and the answer was one of these. */
export async function wasDeclinedFor(
  ctx: Context,
  reach: Reach,
  reference: string,
  methodId: string,
  declines: readonly DeclineKind[],
): Promise<boolean> {
  const found = await ctx.db
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.reference, reference),
        eq(attempts.methodId, methodId),
        inArray(attempts.decline, [...declines]),
        isWithin(reach),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** Those that somebody is paying at this moment, or may have paid without our knowing yet. */
export async function listReferencesBeingPaid(
  ctx: Context,
  reach: Reach,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set()
  const rows = await ctx.db
    .select({ reference: attempts.reference })
    .from(attempts)
    .where(
      and(
        sql`${attempts.reference} = any(${sql.param([...references])}::text[])`,
        inArray(attempts.state, [...liveStates]),
        isWithin(reach),
      ),
    )
    .limit(references.length)
  return new Set(rows.map((row) => row.reference))
}

export interface AttemptFilter {
  readonly limit: number
  readonly after?: string | undefined
  readonly reference?: string | undefined
  readonly state?: AttemptState | undefined
}

export async function listAttempts(
  ctx: Context,
  reach: Reach,
  filter: AttemptFilter,
): Promise<Page<Attempt>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(attempts)
    .where(
      and(
        isWithin(reach),
        filter.reference ? eq(attempts.reference, filter.reference) : undefined,
        filter.state ? eq(attempts.state, filter.state) : undefined,
        key ? sql`(${attempts.createdAt}, ${attempts.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readAttempt), next: page.next }
}

/** Live ones that nobody has asked about for a while: never asked before, or asked before `askedBefore`. */
export async function listAttemptsToAsk(
  ctx: Context,
  reach: Reach,
  bounds: {
    readonly createdBefore: Temporal.Instant
    readonly createdAfter: Temporal.Instant
    readonly askedBefore: Temporal.Instant
    readonly limit: number
  },
): Promise<{ id: string; askedAt: Temporal.Instant | null }[]> {
  return ctx.db
    .select({ id: attempts.id, askedAt: attempts.askedAt })
    .from(attempts)
    .where(
      and(
        isWithin(reach),
        inArray(attempts.state, [...liveStates]),
        lt(attempts.createdAt, bounds.createdBefore),
        gt(attempts.createdAt, bounds.createdAfter),
        or(isNull(attempts.askedAt), lt(attempts.askedAt, bounds.askedBefore)),
      ),
    )
    .orderBy(asc(attempts.createdAt))
    .limit(bounds.limit)
}

export interface Endpoint {
  readonly id: string
  readonly gateway: string
  readonly state: "enabled" | "disabled"
  readonly baseUrl: string
  readonly returnUrl: string
  readonly apiKeySealed: string | null
  readonly webhookSecretSealed: string | null
}

/** Endpoints belong to the house: whoever has only some accounts in reach sees none. */
export async function findEndpoint(
  ctx: Context,
  reach: Reach,
  by: { readonly id: string } | { readonly gateway: string },
): Promise<Endpoint | undefined> {
  if (reach.kind !== "all") return undefined
  const [row] = await ctx.db
    .select()
    .from(endpoints)
    .where("id" in by ? eq(endpoints.id, by.id) : eq(endpoints.gateway, by.gateway))
  return row
}

export interface Notice {
  readonly id: string
  readonly endpointId: string
  readonly state: (typeof webhookInbox.$inferSelect)["state"]
  readonly claimedReference: string | null
}

export async function findNotice(
  ctx: Context,
  reach: Reach,
  by: { readonly id: string } | { readonly endpointId: string; readonly eventId: string },
): Promise<Notice | undefined> {
  if (reach.kind !== "all") return undefined
  const [row] = await ctx.db
    .select({
      id: webhookInbox.id,
      endpointId: webhookInbox.endpointId,
      state: webhookInbox.state,
      claimedReference: webhookInbox.claimedReference,
    })
    .from(webhookInbox)
    .where(
      "id" in by
        ? eq(webhookInbox.id, by.id)
        : and(eq(webhookInbox.endpointId, by.endpointId), eq(webhookInbox.eventId, by.eventId)),
    )
  return row
}

export async function findRefund(
  ctx: Context,
  reach: Reach,
  by: { readonly id: string } | { readonly attemptId: string; readonly key: string },
): Promise<Refund | undefined> {
  const [found] = await ctx.db
    .select({ refund: refunds })
    .from(refunds)
    .innerJoin(attempts, and(eq(attempts.tenantId, refunds.tenantId), eq(attempts.id, refunds.attemptId)))
    .where(
      and(
        "id" in by
          ? eq(refunds.id, by.id)
          : and(eq(refunds.attemptId, by.attemptId), eq(refunds.key, by.key)),
        isWithin(reach),
      ),
    )
  return found && readRefund(found.refund)
}

/** What is promised back already, done or not: the rest is what may still be refunded. */
export async function sumRefunds(ctx: Context, reach: Reach, attemptId: string): Promise<bigint> {
  const [row] = await ctx.db
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)` })
    .from(refunds)
    .innerJoin(attempts, and(eq(attempts.tenantId, refunds.tenantId), eq(attempts.id, refunds.attemptId)))
    .where(
      and(eq(refunds.attemptId, attemptId), inArray(refunds.state, [...takenRefundStates]), isWithin(reach)),
    )
  return BigInt(row?.minor ?? "0")
}

/** Notices not worked through and refunds not sent, within the bounds, whose work nobody has in hand. */
export async function listForsaken(
  ctx: Context,
  reach: Reach,
  kind: "notices" | "refunds",
  bounds: { readonly before: Temporal.Instant; readonly after: Temporal.Instant; readonly limit: number },
): Promise<string[]> {
  if (reach.kind !== "all") return []
  const [table, moment, isOpen] =
    kind === "notices"
      ? ([webhookInbox, webhookInbox.receivedAt, eq(webhookInbox.state, "received")] as const)
      : ([
          refunds,
          refunds.requestedAt,
          and(eq(refunds.state, "wanted"), isSentByGateway(), isNotHeld()),
        ] as const)
  const inHand = ctx.db
    .select({ one: sql`1` })
    .from(operationSubjects)
    .innerJoin(
      operations,
      and(
        eq(operations.tenantId, operationSubjects.tenantId),
        eq(operations.id, operationSubjects.operationId),
      ),
    )
    .where(
      and(
        eq(operationSubjects.subject, table.id),
        inArray(operations.state, ["queued", "running", "waiting", "stuck", "undoing"]),
      ),
    )
  const rows = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(and(isOpen, lt(moment, bounds.before), gt(moment, bounds.after), notExists(inHand)))
    .orderBy(asc(moment))
    .limit(bounds.limit)
  return rows.map((row) => row.id)
}

/** Money of bank transfers goes back by staff's own hand, so no work is missing there. */
function isSentByGateway() {
  return sql`${refunds.attemptId} in (select ${attempts.id} from ${attempts} where ${attempts.gateway} <> ${BANK_TRANSFER})`
}

/** What a dispute decides about goes on by the bank's decision. */
function isNotHeld() {
  return sql`${refunds.attemptId} not in (select ${disputes.attemptId} from ${disputes} where ${disputes.state} = 'open')`
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(attempts.accountId, [...reach.accountIds]) : undefined
}
