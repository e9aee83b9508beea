import { and, eq, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { fitting } from "#kit/few-or-many.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import type { Say } from "#kit/refusal.ts"
import type { messageFilter, messageItemShape, messageShape } from "./contract.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import { canMove } from "./message.ts"
import { attachments, messages } from "./tables.ts"

export type MessageItem = z.infer<typeof messageItemShape>
export type MessageView = z.infer<typeof messageShape>

/** Reading subjects takes their rows: so many, newest first, take some hundredths of a second at most. */
const MOST_SUBJECTS = 10_000
const MOST_ATTACHMENTS = 20

const itemColumns = {
  id: messages.id,
  template: messages.template,
  state: messages.state,
  subject: messages.subject,
  to: messages.recipientAddress,
  toName: messages.recipientName,
  language: messages.language,
  attempts: messages.attempts,
  createdAt: messages.createdAt,
  sentAt: messages.sentAt,
}

export async function listMessages(
  ctx: Context,
  reach: Reach,
  filter: z.infer<typeof messageFilter> & TimedFilter & { readonly limit: number },
): Promise<Page<MessageItem>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const keyset = keysetOf(filter, messages.createdAt, messages.id)
  const rows = await ctx.db
    .select(itemColumns)
    .from(messages)
    .where(
      and(
        keyset.after,
        filter.state ? eq(messages.state, filter.state) : undefined,
        filter.template ? eq(messages.template, filter.template) : undefined,
        filter.to ? await goesTo(ctx, filter.to) : undefined,
        filter.subject ? saysInSubject(filter.subject) : undefined,
        plannedAnew(filter.state, filter.template, filter.to, filter.subject),
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(describeItem), next: page.next }
}

/** Addresses lie as they were given: nearly always in small letters. */
function goesTo(ctx: Context, text: string): Promise<SQL | undefined> {
  const spellings = [...new Set([text, text.toLowerCase()])]
  const fits = spellings.map((one) => fitsBeginning(messages.id, messages.recipientAddress, one))
  return fitting(ctx, messages.id, fits)
}

/** Down to the last of the newest, but no further than the page needs. */
function saysInSubject(text: string): SQL {
  // What is missing is filled in below a select of its own: behind the wall, coalesce beside a column costs it its index.
  return sql`${messages.createdAt} >= (select coalesce((
      select newest.created_at from notifications.messages as newest
      order by newest.created_at desc, newest.id desc offset ${MOST_SUBJECTS - 1} limit 1), '-infinity'))
    and position(${text.toLowerCase()} in lower(${messages.subject})) > 0`
}

/** As staff may see it: what opens something by itself was never written into what is read here. */
export async function getMessage(ctx: Context, reach: Reach, id: string): Promise<MessageView> {
  const [row] =
    reach.kind === "all"
      ? await ctx.db
          .select({
            ...itemColumns,
            class: messages.class,
            from: messages.senderAddress,
            replyTo: messages.replyTo,
            text: messages.shownText,
            html: messages.shownHtml,
            outcome: messages.outcome,
            warning: messages.warning,
          })
          .from(messages)
          .where(eq(messages.id, id))
          .limit(1)
      : []
  if (!row) return notificationRefusals.refuse("notifications.message_missing", { id })
  const attached = await ctx.db
    .select({
      name: attachments.filename,
      contentType: attachments.contentType,
      bytes: sql<number>`octet_length(${attachments.content})`,
    })
    .from(attachments)
    .where(eq(attachments.messageId, id))
    .limit(MOST_ATTACHMENTS)
  const { class: kind, from, replyTo, text, html, outcome, warning } = row
  return {
    ...describeItem(row),
    class: kind,
    from,
    replyTo,
    text,
    html,
    attachments: attached,
    outcome,
    warning,
    can: { resend: row.state === "failed" && canMove(row.state, "sending") },
  }
}

type ItemRow = { [Name in keyof typeof itemColumns]: (typeof itemColumns)[Name]["_"]["data"] }

function describeItem(row: Omit<ItemRow, "sentAt"> & { sentAt: ItemRow["sentAt"] | null }): MessageItem {
  return {
    id: row.id,
    template: row.template,
    title: titleOf(row.template),
    state: row.state,
    subject: row.subject,
    to: row.to,
    toName: row.toName,
    language: row.language,
    attempts: row.attempts,
    createdAt: row.createdAt.toString(),
    sentAt: row.sentAt?.toString() ?? null,
  }
}

/** Mails outlive their templates. */
function titleOf(template: string): Say {
  return findTemplate(template)?.title ?? { en: template, ko: template }
}
