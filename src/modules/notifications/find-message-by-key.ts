import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MessageStanding } from "./find-message-state.ts"
import { messages } from "./tables.ts"

/** The same for who wrote it by a key that says what it is about. */
export async function findMessageByKey(ctx: Context, key: string): Promise<MessageStanding | undefined> {
  const [row] = await ctx.db
    .select({ state: messages.state, createdAt: messages.createdAt })
    .from(messages)
    .where(eq(messages.key, key))
    .limit(1)
  return row
}
