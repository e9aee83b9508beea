import { customType, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { sandbox } from "./fault-tables.ts"

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** Mail as it came in, whole. A repeat (same Message-ID) is counted, not stored again. */
export const mails = sandbox.table(
  "mails",
  {
    id: text("id").primaryKey(),
    messageId: text("message_id").notNull(),
    sender: text("sender").notNull(),
    recipients: jsonb("recipients").$type<string[]>().notNull(),
    subject: text("subject").notNull(),
    raw: bytes("raw").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** 1 is what should be: more says that the sender tried again after its mail had been taken. */
    deliveries: integer("deliveries").notNull(),
    lastReceivedAt: instant("last_received_at").notNull(),
  },
  (table) => [
    uniqueIndex("mails_message_id").on(table.messageId),
    index("mails_received").on(table.receivedAt, table.id),
  ],
)
