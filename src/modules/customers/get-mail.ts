import { sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { mailShape } from "./contract.ts"
import { customerRefusals } from "./errors.ts"

export type MailView = z.infer<typeof mailShape>

/** As it was sent, but for the secrets in its links: whoever reads along must not be able to come in with them. */
export async function getMail(ctx: Context, reach: Reach, id: string): Promise<MailView> {
  const found =
    reach.kind === "all"
      ? await ctx.db.execute<MailView & Record<string, unknown>>(sql`
          select id, subject, recipient_address as "to", state, outcome, text,
            to_json(created_at) #>> '{}' as "createdAt", to_json(sent_at) #>> '{}' as "sentAt"
          from notifications.messages where id = ${id}`)
      : undefined
  const mail = found?.rows[0]
  return mail
    ? { ...mail, text: withoutSecrets(mail.text) }
    : customerRefusals.refuse("customers.mail_missing", { id })
}

/** Every link keeps its place and loses its question: tokens travel there and nowhere else. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s?]+)\?\S+/g, "$1?…")
}
