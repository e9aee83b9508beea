import type { Context } from "#kit/context.ts"
import { contactMessage, sendMessage } from "#notifications"
import { getSettings } from "#tenancy"
import type { contactTopics } from "./contract.ts"

export interface ContactWish {
  readonly name: string
  readonly email: string
  readonly topic: (typeof contactTopics)[number]
  readonly message: string
}

/**
 * Into the outbox, to the address that the shop shows its visitors, and answered by replying. No copy goes to the
 * address that was typed in: a form that mails anybody is a tool for those who send unasked.
 */
export async function sendContact(ctx: Context, wish: ContactWish): Promise<{ sentTo: string }> {
  const { name: shop, seller, defaultLanguage } = await getSettings(ctx)
  const { name, email, topic, message } = wish
  await sendMessage(ctx, {
    template: contactMessage,
    to: { name: shop, address: seller.email },
    replyTo: email,
    language: defaultLanguage,
    key: `contact:${ctx.newId("ctm")}`,
    data: { name, email, topic, lines: message.split(/\r?\n/), language: ctx.language },
  })
  return { sentTo: seller.email }
}
