import { and, eq, getTableColumns, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, defineWork, GiveUp, TryLater, type WorkKind } from "#kit/work/define.ts"
import { askLeave } from "./ask-leave.ts"
import { MailRefused, type MailTransport, type OutgoingMail } from "./mail-transport.ts"
import { messageIdHeader } from "./message.ts"
import { attachments, messages } from "./tables.ts"
import { type DeliverInput, deliverHead } from "./work-kinds.ts"

/** What a mail server may need to come back; mail is expected to wait that long (RFC 5321, 4.5.4.1). */
const TRY_FOR = { hours: 48 }
/** Seconds before each next try; the last one repeats: a server that is back has its backlog within ten minutes. */
const PAUSES = [30, 60, 300, 540] as const

/**
 * At least once: a crash between the server's "250" and our note sends it again, with the same Message-ID, which
 * is all that SMTP offers. The alternative, at most once, would lose mails for good.
 */
export function deliverWork(
  transport: MailTransport,
  head: Omit<WorkKind<DeliverInput>, "run"> = deliverHead,
): WorkKind<DeliverInput> {
  return defineWork({
    ...head,
    run: async (work, input) => {
      const response = await work.call("send", (call) => send(transport, call, input.messageId))
      if (response === WITHHELD) return
      await work.record(
        "mark-sent",
        async (ctx) => {
          await ctx.db
            .update(messages)
            .set({ state: "sent", sentAt: ctx.clock.now(), outcome: response })
            .where(eq(messages.id, input.messageId))
        },
        { isLast: true },
      )
    },
  })
}

/** No mail server says this. */
const WITHHELD = "withheld"

async function send(transport: MailTransport, call: CallContext, messageId: string): Promise<string> {
  const claimed = await call.transact((ctx) => claim(ctx, messageId))
  if (claimed === "withheld") return WITHHELD
  if ("afterSeconds" in claimed) {
    throw new TryLater("Advertising waits for the morning.", claimed.afterSeconds)
  }
  const { mail, isTooOld, attempts } = claimed
  try {
    return (await transport.send(mail, call.signal)).response.slice(0, 500)
  } catch (error) {
    if (error instanceof MailRefused && error.isFinal) {
      throw new GiveUp(`The mail server refused it for good. ${error.message}`, { trouble: "declined" })
    }
    const words = error instanceof Error ? error.message : String(error)
    if (isTooOld)
      throw new GiveUp(`The mail could not be handed over for two days. ${words}`, { trouble: "unreachable" })
    const pauseSeconds = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0]
    throw new TryLater(`The mail server did not take it yet. ${words}`, pauseSeconds, {
      trouble: error instanceof MailRefused ? "busy" : "unreachable",
    })
  }
}

interface Claimed {
  readonly mail: OutgoingMail
  readonly isTooOld: boolean
  readonly attempts: number
}

/** What needs nobody's leave is taken by the first statement; for the rest that leave is asked for first. */
async function claim(
  ctx: Context,
  messageId: string,
): Promise<Claimed | Exclude<Awaited<ReturnType<typeof askLeave>>, "go">> {
  const plain = await take(ctx, messageId, or(ne(messages.class, "advertising"), isNull(messages.personId)))
  if (plain) return describe(ctx, plain)
  const leave = await askLeave(ctx, messageId)
  if (leave !== "go") return leave
  const row = await take(ctx, messageId)
  if (!row) throw new GiveUp(`Message ${messageId} is missing.`)
  return describe(ctx, row)
}

async function take(ctx: Context, messageId: string, only?: SQL) {
  const attached = sql<boolean>`exists(select from ${attachments} a where a.message_id = ${messages}.id)`
  const [row] = await ctx.db
    .update(messages)
    .set({ state: "sending", attempts: sql`${messages.attempts} + 1` })
    .where(and(eq(messages.id, messageId), only))
    .returning({ ...getTableColumns(messages), hasAttached: attached })
  return row
}

async function describe(ctx: Context, row: NonNullable<Awaited<ReturnType<typeof take>>>): Promise<Claimed> {
  const attached = row.hasAttached
    ? await ctx.db.select().from(attachments).where(eq(attachments.messageId, row.id)).limit(20)
    : []
  const mail: OutgoingMail = {
    messageIdHeader: messageIdHeader(row.id, row.senderAddress),
    from: { name: row.senderName, address: row.senderAddress },
    to: { name: row.recipientName, address: row.recipientAddress },
    ...(row.replyTo ? { replyTo: row.replyTo } : {}),
    subject: row.subject,
    text: row.text,
    html: row.html,
    ...(row.unsubscribeUrl ? { unsubscribeUrl: row.unsubscribeUrl } : {}),
    date: row.createdAt,
    attachments: attached.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  }
  const isTooOld = Temporal.Instant.compare(row.createdAt.add(TRY_FOR), ctx.clock.now()) < 0
  return { mail, isTooOld, attempts: row.attempts }
}
