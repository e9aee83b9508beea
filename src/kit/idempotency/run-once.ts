import { eq, type SQL, sql } from "drizzle-orm"
import { actorId, type Context } from "../context.ts"
import { Refusal, type RefusalDeclaration } from "../refusal.ts"
import type { Keyring, SealPlace } from "../secrets.ts"
import { requestRefusals } from "../serve/errors.ts"
import { answeredRequests } from "./tables.ts"

export interface OnceRequest {
  readonly key: string
  /** Which procedure: the same key for another one is another request. */
  readonly operation: string
  readonly input: unknown
  /** Hides what is kept: answers may hold secrets shown once, inputs hold passwords. */
  readonly keyring: Keyring
}

export interface OnceAnswer<Output> {
  readonly output: Output
  readonly isReplay: boolean
}

/** The IETF draft leaves it open; a day outlives every client's retries and a weekend on-call page. */
export const KEPT_HOURS = 24

/**
 * Runs the body once per caller and key. The lock, the look-up, the body and the kept answer share the
 * caller's transaction: after a crash either all of it stands or none, so a repeat can never do it twice.
 */
export async function runOnce<Output>(
  ctx: Context,
  request: OnceRequest,
  body: () => Promise<Output>,
): Promise<OnceAnswer<Output>> {
  const id = rowId(ctx, request.key)
  if (!(await lock(ctx, id))) {
    requestRefusals.refuse("request.key_in_use", {}, { retryAfterSeconds: 1 })
  }
  const kept = await findAnswer(ctx, id)
  if (kept) return { output: replay<Output>(ctx, request, kept), isReplay: true }
  const output = await body()
  await keep(ctx, request, { output })
  return { output, isReplay: false }
}

/**
 * A refusal undid the transaction, so it is kept in one of its own. A crash in between loses only this note:
 * the repeat is then judged afresh, and nothing had been done.
 */
export async function keepRefusal(ctx: Context, request: OnceRequest, refusal: Refusal): Promise<void> {
  await keep(ctx, request, {
    refusal: {
      code: refusal.code,
      declaration: refusal.declaration,
      facts: refusal.facts,
      field: refusal.detail.field,
    },
  })
}

/** Some answer may not be asked for any more. */
export function anyAnswerOver(now: Temporal.Instant): SQL {
  return sql`exists (select from ${answeredRequests} where answered_at < ${endOf(now)}::timestamptz)`
}

/** Answers nobody may ask for any more. */
export async function sweepAnsweredRequests(ctx: Context, atMost: number): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${answeredRequests} where id in (
      select id from ${answeredRequests} where answered_at < ${endOf(ctx.clock.now())}::timestamptz
      order by answered_at limit ${atMost})`)
  return gone.rowCount ?? 0
}

function endOf(now: Temporal.Instant): string {
  return now.subtract({ hours: KEPT_HOURS }).toString()
}

export function readKey(text: string): string {
  if (!/^[\x21-\x7e]{1,255}$/.test(text)) requestRefusals.refuse("request.key_malformed")
  return text
}

type Kept =
  | { readonly output: unknown }
  | {
      readonly refusal: {
        readonly code: string
        readonly declaration: RefusalDeclaration
        readonly facts: Refusal["facts"]
        readonly field?: string | undefined
      }
    }

function rowId(ctx: Context, key: string): string {
  return `${actorId(ctx.actor)}|${key}`
}

function placeOf(ctx: Context, id: string): SealPlace {
  return { tenant: ctx.tenant, table: "idempotency.answered_requests", column: "answer", row: id }
}

/** Falls with the transaction, whatever ends it: a killed process holds no key hostage. */
async function lock(ctx: Context, id: string): Promise<boolean> {
  const name = `idempotency|${ctx.tenant}|${id}`
  const found = await ctx.db.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as got`,
  )
  return found.rows[0]?.got === true
}

async function findAnswer(ctx: Context, id: string) {
  const [row] = await ctx.db.select().from(answeredRequests).where(eq(answeredRequests.id, id)).limit(1)
  if (!row) return undefined
  const isOver = Temporal.Instant.compare(row.answeredAt.add({ hours: KEPT_HOURS }), ctx.clock.now()) < 0
  if (!isOver) return row
  await ctx.db.delete(answeredRequests).where(eq(answeredRequests.id, id))
  return undefined
}

function replay<Output>(
  ctx: Context,
  request: OnceRequest,
  row: typeof answeredRequests.$inferSelect,
): Output {
  if (row.operation !== request.operation || !isSameInput(request, row.fingerprint)) {
    requestRefusals.refuse("request.key_reused")
  }
  const kept = JSON.parse(request.keyring.open(placeOf(ctx, row.id), row.answer)) as Kept
  if (!("refusal" in kept)) return kept.output as Output
  const { code, declaration, facts, field } = kept.refusal
  throw new Refusal(code, declaration, facts, { ...(field ? { field } : {}), because: "kept answer" })
}

async function keep(ctx: Context, request: OnceRequest, kept: Kept): Promise<void> {
  const id = rowId(ctx, request.key)
  const row = {
    id,
    operation: request.operation,
    fingerprint: request.keyring.mac(PURPOSE, inputText(request)),
    answer: request.keyring.seal(placeOf(ctx, id), JSON.stringify(kept)),
    answeredAt: ctx.clock.now(),
  }
  await ctx.db.insert(answeredRequests).values(row).onConflictDoNothing()
}

/** Keyed, because a bare hash of a body with a password in it could be guessed from the table. */
const PURPOSE = "idempotency"

/** By any key of the ring: a new key in the middle of the day makes no repeat a stranger. */
function isSameInput(request: OnceRequest, fingerprint: string): boolean {
  return request.keyring.isMac(PURPOSE, inputText(request), fingerprint)
}

function inputText({ operation, input }: OnceRequest): string {
  return `${operation}\n${stableJson(input)}`
}

/** The same value gives the same text, whatever order its keys came in. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([first], [second]) => (first < second ? -1 : 1)))
      : part,
  )
}
