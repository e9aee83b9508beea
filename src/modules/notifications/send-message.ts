import type { Context } from "#kit/context.ts"
import { notificationRefusals } from "./errors.ts"
import { sendWithCopies } from "./send-with-copies.ts"
import type { MessageWish } from "./write-message.ts"

/** Writes the message into the outbox and starts its delivery, in the transaction of what it tells of. */
export async function sendMessage<Data>(
  ctx: Context,
  wish: MessageWish<Data>,
): Promise<{ messageId: string }> {
  const { template } = wish
  if (template.isOptional && wish.accountId)
    throw new Error(`${template.name} asks first (send-if-wanted.ts).`)
  if (template.class === "advertising") {
    notificationRefusals.refuse("notifications.consent_missing", { template: template.name })
  }
  return sendWithCopies(ctx, wish)
}
