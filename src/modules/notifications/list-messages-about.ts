import { and, desc, eq, gte, lt, or } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { MessageState } from "./message.ts"
import { messages } from "./tables.ts"

export interface MessageAbout {
  readonly id: string
  readonly key: string
  readonly state: MessageState
  readonly subject: string
  readonly to: string
  readonly createdAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
}

/** More than anything is written about. */
const MOST = 200

/** What was written under one of these keys, or under one that begins with it and a colon: newest first. */
export async function listMessagesAbout(
  ctx: Context,
  reach: Reach,
  keys: readonly string[],
): Promise<MessageAbout[]> {
  if (reach.kind !== "all" || keys.length === 0) return []
  return (
    ctx.db
      .select({
        id: messages.id,
        key: messages.key,
        state: messages.state,
        subject: messages.subject,
        to: messages.recipientAddress,
        createdAt: messages.createdAt,
        sentAt: messages.sentAt,
      })
      .from(messages)
      // By bounds and not by "like", which the tenants' wall keeps from the index. ";" is what comes after ":".
      .where(
        or(
          ...keys.map((key) =>
            or(eq(messages.key, key), and(gte(messages.key, `${key}:`), lt(messages.key, `${key};`))),
          ),
        ),
      )
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(MOST)
  )
}
