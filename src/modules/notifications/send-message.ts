import type { Context } from "#kit/context.ts"
import { notificationRefusals } from "./errors.ts"
import { type MessageWish, writeMessage } from "./write-message.ts"

/** Writes the message into the outbox and starts its delivery, in the transaction of what it tells of. */
export async function sendMessage<Data>(
  ctx: Context,
  wish: MessageWish<Data>,
): Promise<{ messageId: string }> {
  if (wish.template.class === "advertising") {
    notificationRefusals.refuse("notifications.consent_missing", { template: wish.template.name })
  }
  return writeMessage(ctx, wish)
}
