import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { accounts, people } from "#identity/tables"
import { instant, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { choosableKinds, messageChannels } from "./contract.ts"
import { type MessageClass, type MessageState, messageClasses, messageStates } from "./message.ts"
import type { TemplateWords } from "./template.ts"

export const notifications = pgSchema("notifications")

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** The outbox. What was written is what is sent and what can be shown later: rendered once, kept whole. */
export const messages = tenantTable(
  notifications,
  "messages",
  {
    /** Whoever asks twice for the same message gets the first. */
    key: text("key").notNull(),
    template: text("template").notNull(),
    class: text("class").$type<MessageClass>().notNull(),
    language: text("language").$type<Language>().notNull(),
    recipientName: text("recipient_name").notNull(),
    recipientAddress: text("recipient_address").notNull(),
    senderName: text("sender_name").notNull(),
    senderAddress: text("sender_address").notNull(),
    /** Whom an answer goes to, where that is not the sender. */
    replyTo: text("reply_to"),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    /** What staff are shown: the same without what opens something by itself. */
    shownText: text("shown_text").notNull(),
    shownHtml: text("shown_html").notNull(),
    state: text("state").$type<MessageState>().notNull(),
    attempts: integer("attempts").notNull(),
    /** The mail server's own words when it took the mail, or why it did not. */
    outcome: text("outcome"),
    /** The shop's own words that it was written in; null: the house's. */
    wordingId: text("wording_id"),
    /** Why the shop's own words could not be used, though they were there. */
    warning: text("warning"),
    /** Of advertising: to whom, for the consent is asked once more before it leaves, and how they say no in one click. */
    personId: text("person_id"),
    unsubscribeUrl: text("unsubscribe_url"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    uniqueIndex("messages_key").on(table.tenantId, table.key),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.recipientAddress, table.createdAt),
    index("messages_template").on(table.tenantId, table.template, table.createdAt, table.id),
    index("messages_not_sent")
      .on(table.tenantId, table.state, table.createdAt, table.id)
      .where(sql`${table.state} <> 'sent'`),
    index("messages_warned")
      .on(table.tenantId, table.template, table.createdAt)
      .where(sql`warning is not null`),
    check(
      "messages_advertising_can_be_refused",
      sql`(${table.class} = 'advertising') = (${table.personId} is not null and ${table.unsubscribeUrl} is not null)`,
    ),
    oneOf("messages_state", table.state, messageStates),
    oneOf("messages_class", table.class, messageClasses),
    oneOf("messages_language", table.language, ["en", "ko"]),
  ],
)

/** The shop's own words for a template, version by version: rows are added and never changed. */
export const wordings = tenantTable(
  notifications,
  "wordings",
  {
    template: text("template").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** Counted from 1 in each language; the highest holds. */
    number: integer("number").notNull(),
    /** Null: back to the house's words. */
    words: jsonb("words").$type<TemplateWords>(),
    writtenAt: instant("written_at").notNull(),
    writtenBy: text("written_by").notNull(),
  },
  (table) => [
    uniqueIndex("wordings_number").on(table.tenantId, table.template, table.language, table.number),
    oneOf("wordings_language", table.language, ["en", "ko"]),
  ],
)

export const attachments = tenantTable(
  notifications,
  "attachments",
  {
    messageId: text("message_id").notNull(),
    filename: text("filename").notNull(),
    contentType: text("content_type").notNull(),
    content: bytes("content").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.messageId),
    references(table, table.messageId, () => messages),
  ],
)

/** Where a member of an account has chosen otherwise than its standing says: the account's own address gets everything, others nothing. */
export const preferences = tenantTable(
  notifications,
  "preferences",
  {
    accountId: text("account_id").notNull(),
    personId: text("person_id").notNull(),
    kind: text("kind").$type<(typeof choosableKinds)[number]>().notNull(),
    channel: text("channel").$type<(typeof messageChannels)[number]>().notNull(),
    isOn: boolean("is_on").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    uniqueIndex("preferences_choice").on(
      table.tenantId,
      table.accountId,
      table.personId,
      table.kind,
      table.channel,
    ),
    index("preferences_person").on(table.tenantId, table.personId),
    references(table, table.accountId, () => accounts).onDelete("cascade"),
    references(table, table.personId, () => people).onDelete("cascade"),
    oneOf("preferences_kind", table.kind, choosableKinds),
    oneOf("preferences_channel", table.channel, messageChannels),
  ],
)
