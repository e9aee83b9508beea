import { randomBytes } from "node:crypto"
import { and, asc, desc, eq, lte, sql } from "drizzle-orm"
import { readAcrossTenants } from "#kit/across-tenants.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { signWebhook } from "#kit/webhook-signature.ts"
import { NOTICE_KIND } from "./card-faults.ts"
import { type CardBooks, type CardOptions, looseBooks, withBooks } from "./card-options.ts"
import { cardMerchants, cardNotices } from "./card-tables.ts"
import { pause, takeFault } from "./stand-in-faults.ts"

export type NoticeRow = typeof cardNotices.$inferSelect

/** Puts a notice on its way, in the transaction in which the thing happened. */
export async function queueNotice(
  { db, now }: CardBooks,
  merchantId: string,
  type: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  const eventId = randomEventId()
  await db.insert(cardNotices).values({
    merchantId,
    eventId,
    type,
    body: JSON.stringify({ id: eventId, type, created_at: now.toString(), data }),
    isForged: false,
    state: "due",
    dueAt: now,
    tries: 0,
    createdAt: now,
  })
}

/** The same notice once more, as an operator's button or a test asks for it. */
export async function resendNotice({ db, now }: CardBooks, id: number): Promise<boolean> {
  const [found] = await db.select().from(cardNotices).where(eq(cardNotices.id, id))
  if (!found) return false
  const { id: _, ...row } = found
  await db
    .insert(cardNotices)
    .values({ ...row, state: "due", dueAt: now, tries: 0, lastAnswer: null, createdAt: now })
  return true
}

export async function listNotices({ db }: CardBooks, limit: number): Promise<NoticeRow[]> {
  return db.select().from(cardNotices).orderBy(desc(cardNotices.id)).limit(limit)
}

export interface NoticeOptions extends CardOptions {
  /** Notices go out like any other call: bounded, and with a breaker per merchant. */
  readonly outside: Outside
}

/** Sixteen growing pauses make about three days, as the trade does. */
const MOST_TRIES = 16
const LEASE_SECONDS = 30
const PATIENCE_MS = 10_000

/** Sends what is due, each at least once. Says how many it sent, so that a test can go on until there are none. */
export async function sendDueNotices(options: NoticeOptions, atMost = 20): Promise<number> {
  let sent = 0
  while (sent < atMost) {
    const claimed = await claimNotice(looseBooks(options))
    if (!claimed) break
    sent++
    if (await spoilNotice(options, claimed.notice)) continue
    const outcome = await sendNotice(options, claimed)
    await noteOutcome(looseBooks(options), claimed.notice, outcome)
  }
  return sent
}

/** When the next one wants to be sent; null when none waits. */
export const noticesDue = sql`(select min(due_at) from sandbox.card_notices where state = 'due')`

async function nextNoticeDue({ database }: CardOptions): Promise<Temporal.Instant | undefined> {
  const [row] = await readAcrossTenants<{ due: string | null }>(
    database,
    sql`select to_json(${noticesDue}) #>> '{}' as due`,
  )
  return row?.due ? Temporal.Instant.from(row.due) : undefined
}

/** Held by moving its due time: a sender that dies here leaves it to be sent again, which is what is promised. */
async function claimNotice({ db, now }: CardBooks) {
  const first = db
    .select({ id: cardNotices.id })
    .from(cardNotices)
    .where(and(eq(cardNotices.state, "due"), lte(cardNotices.dueAt, now)))
    .orderBy(asc(cardNotices.dueAt), asc(cardNotices.id))
    .limit(1)
    .for("update", { skipLocked: true })
  const [notice] = await db
    .update(cardNotices)
    .set({ dueAt: now.add({ seconds: LEASE_SECONDS }), tries: sql`${cardNotices.tries} + 1` })
    .where(sql`${cardNotices.id} = (${first})`)
    .returning()
  if (!notice) return undefined
  const [merchant] = await db.select().from(cardMerchants).where(eq(cardMerchants.id, notice.merchantId))
  return merchant && { notice, merchant }
}

/** Faults strike on the first try only, so that what they make of a notice is sent without another one. */
async function spoilNotice(options: CardOptions, notice: NoticeRow): Promise<boolean> {
  if (notice.tries !== 1 || notice.isForged) return false
  const fault = await takeFault(options.database, "card", NOTICE_KIND)
  if (!fault) return false
  const { id, ...row } = notice
  return withBooks(options, async ({ db, now }) => {
    switch (fault.fault) {
      case "notice_lost":
        await db
          .update(cardNotices)
          .set({ state: "given_up", lastAnswer: "lost on purpose" })
          .where(eq(cardNotices.id, id))
        return true
      case "notice_delayed":
        await db
          .update(cardNotices)
          .set({ dueAt: now.add({ milliseconds: fault.delayMs }) })
          .where(eq(cardNotices.id, id))
        return true
      case "notice_duplicate":
        await db.insert(cardNotices).values([
          { ...row, dueAt: now },
          { ...row, dueAt: now },
        ])
        return false
      case "notice_forged":
        await db.insert(cardNotices).values({ ...row, isForged: true, dueAt: now, tries: 0 })
        return false
      default:
        return false
    }
  })
}

interface SendOutcome {
  readonly isTaken: boolean
  readonly answer: string
}

async function sendNotice(
  options: NoticeOptions,
  { notice, merchant }: NonNullable<Awaited<ReturnType<typeof claimNotice>>>,
): Promise<SendOutcome> {
  const secret = notice.isForged ? "a stranger's guess" : merchant.webhookSecret
  const atSeconds = Math.floor(options.clock.now().epochMilliseconds / 1_000)
  const signature = signWebhook({ body: notice.body, secrets: [secret], atSeconds })
  const target = new URL(merchant.webhookUrl)
  try {
    const host = options.outside.host({
      name: `merchant ${merchant.id}`,
      baseUrl: target.origin,
      timeoutMs: PATIENCE_MS,
      allowPrivate: true,
    })
    const answer = await host.call({
      method: "POST",
      path: target.pathname,
      headers: { "content-type": "application/json", "sandbox-card-signature": signature },
      // The very bytes that were signed: written anew they could be others.
      body: notice.body,
    })
    return { isTaken: answer.status < 300, answer: String(answer.status) }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    // Not reached or failed there: the same as not taken, and tried again.
    return { isTaken: false, answer: error.message }
  }
}

async function noteOutcome({ db, now }: CardBooks, notice: NoticeRow, outcome: SendOutcome): Promise<void> {
  // A stranger tries once and goes away; so does a real sender after three days.
  const isLast = notice.isForged || notice.tries >= MOST_TRIES
  const state = outcome.isTaken ? "sent" : isLast ? "given_up" : "due"
  const pauseSeconds = Math.min(2 ** notice.tries, 21_600)
  await db
    .update(cardNotices)
    .set({ state, lastAnswer: outcome.answer.slice(0, 200), dueAt: now.add({ seconds: pauseSeconds }) })
    .where(eq(cardNotices.id, notice.id))
}

function randomEventId(): string {
  return `evt_${randomBytes(12).toString("hex")}`
}

const IDLE_MS = 200

/** Most of the time there is none, and one statement says so: claiming takes three and a transaction. */
async function sendIfDue(options: NoticeOptions): Promise<number> {
  const due = await nextNoticeDue(options)
  const isDue = due !== undefined && Temporal.Instant.compare(due, options.clock.now()) <= 0
  return isDue ? sendDueNotices(options) : 0
}

export interface NoticeSender {
  stop(): Promise<void>
}

/** Sends notices until it is stopped. Beside the stand-in, in whichever process that runs. */
export function startNoticeSender(options: NoticeOptions, onError: (error: unknown) => void): NoticeSender {
  const stopping = new AbortController()
  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // The database may be away for a moment: said, and tried again.
      const sent = await sendIfDue(options).catch((error: unknown) => {
        onError(error)
        return 0
      })
      if (sent === 0) await pause(IDLE_MS, stopping.signal)
    }
  }
}
