import { and, eq, ne } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"
import { messages } from "./tables.ts"

const deliverInput = z.object({ messageId: z.string() })
export type DeliverInput = z.infer<typeof deliverInput>

/** What starting a delivery needs; the body (deliver.ts) needs a way out and is made where that is wired. */
export const deliverHead: Omit<WorkKind<DeliverInput>, "run"> = {
  name: "notifications.deliver",
  input: deliverInput,
  say: { en: "Send an e-mail", ko: "메일 발송" },
  queue: () => "mail",
  subjects: (input) => [input.messageId],
  onStuck: recordFailed,
}

export function startable<Input extends StepOutput>(head: Omit<WorkKind<Input>, "run">): WorkKind<Input> {
  return defineWork({
    ...head,
    run: () => Promise.reject(new Error(`${head.name} was started from its head; its body is not wired.`)),
  })
}

async function recordFailed(ctx: Context, input: DeliverInput, why: string): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ state: "failed", outcome: why.slice(0, 500) })
    .where(and(eq(messages.id, input.messageId), ne(messages.state, "sent")))
}
