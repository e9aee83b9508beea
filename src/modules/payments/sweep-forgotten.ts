import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { listMethodsToForget } from "./list-methods-to-forget.ts"
import { listForsaken } from "./queries.ts"
import { forgetMethodWork, processNoticeWork, refundWork } from "./work-kinds.ts"

/** Their own work begins within moments; ten minutes is far above it. */
const FORGOTTEN_AFTER = { minutes: 10 }
/** Older ones have been in front of a person for weeks. */
const FORGET_AFTER = { hours: 24 * 30 }
const MOST_AT_ONCE = 200

/** Notices, refunds and removed methods whose work has vanished or was closed with the thing undone. */
export async function sweepForgotten(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const bounds = {
    before: now.subtract(FORGOTTEN_AFTER),
    after: now.subtract(FORGET_AFTER),
    limit: MOST_AT_ONCE,
  }
  const at = now.toString()
  for (const noticeId of await listForsaken(ctx, { kind: "all" }, "notices", bounds)) {
    await startWork(ctx, processNoticeWork, { noticeId }, { key: `notice:${noticeId}:${at}` })
  }
  for (const refundId of await listForsaken(ctx, { kind: "all" }, "refunds", bounds)) {
    await startWork(ctx, refundWork, { refundId }, { key: `refund:${refundId}:${at}` })
  }
  for (const methodId of await listMethodsToForget(ctx, { kind: "all" }, bounds)) {
    await startWork(ctx, forgetMethodWork, { methodId }, { key: `forget-method:${methodId}:${at}` })
  }
}
