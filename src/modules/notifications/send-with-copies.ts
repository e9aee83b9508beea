import type { Context } from "#kit/context.ts"
import { copyFor } from "./copy-for.ts"
import { type MessageWish, writeMessage } from "./write-message.ts"

/** To whom it is written, and to each member of its account who wants such mails as well. */
export async function sendWithCopies<Data>(
  ctx: Context,
  wish: MessageWish<Data>,
): Promise<{ messageId: string }> {
  const { messageId, copies } = await writeMessage(ctx, wish)
  for (const copy of copies) await writeMessage(ctx, copyFor(wish, copy))
  return { messageId }
}
