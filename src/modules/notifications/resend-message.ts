import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { listOperations } from "#kit/work/queries.ts"
import { retryOperation } from "#kit/work/retry-operation.ts"
import { startWork } from "#kit/work/start-work.ts"
import { notificationRefusals } from "./errors.ts"
import { canMove } from "./message.ts"
import { getMessage, type MessageView } from "./queries.ts"
import { messages } from "./tables.ts"
import { deliverHead, startable } from "./work-kinds.ts"

/** Once the mail server or the address is right: the same mail under the same name, so that nobody gets it twice. */
export async function resendMessage(ctx: Context, id: string): Promise<MessageView> {
  const [row] = await ctx.db
    .select({ state: messages.state, attempts: messages.attempts, outcome: messages.outcome })
    .from(messages)
    .where(eq(messages.id, id))
    .limit(1)
    .for("update")
  if (!row) return notificationRefusals.refuse("notifications.message_missing", { id })
  if (row.state !== "failed" || !canMove(row.state, "sending")) {
    return notificationRefusals.refuse("notifications.not_failed", { id })
  }
  const stuck = await listOperations(ctx, {
    name: deliverHead.name,
    subject: id,
    states: ["stuck"],
    limit: 1,
  })
  const [operation] = stuck.items
  if (operation) await retryOperation(ctx, operation.id)
  // Advertising that was withheld has ended in peace, and closed work stays closed: these begin anew.
  else await startWork(ctx, startable(deliverHead), { messageId: id }, { key: `${id}:again:${row.attempts}` })
  await ctx.db.update(messages).set({ state: "sending", outcome: null }).where(eq(messages.id, id))
  await recordAudit(ctx, {
    act: "notifications.mail-resent",
    subjectId: id,
    before: { state: row.state, outcome: row.outcome },
    after: { state: "sending" },
  })
  return getMessage(ctx, within(ctx.actor), id)
}
