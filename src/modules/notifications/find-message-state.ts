import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MessageState } from "./message.ts"
import { messages } from "./tables.ts"

export interface MessageStanding {
  readonly state: MessageState
  readonly createdAt: Temporal.Instant
}

/** Where a message stands, for whoever must not go on before it has left. */
export async function findMessageState(ctx: Context, id: string): Promise<MessageStanding | undefined> {
  const [row] = await ctx.db
    .select({ state: messages.state, createdAt: messages.createdAt })
    .from(messages)
    .where(eq(messages.id, id))
    .limit(1)
  return row
}
