import { and, eq, gt, lt, notInArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MatchFinding } from "./plan-match.ts"
import { webhookInbox } from "./tables.ts"
import { type MatchWindow, MOST_FINDINGS } from "./window.ts"

/** From the inbox: what the gateway told us and nobody could work through. */
export async function listUnprocessedNotices(ctx: Context, window: MatchWindow): Promise<MatchFinding[]> {
  const rows = await ctx.db
    .select()
    .from(webhookInbox)
    .where(
      and(
        eq(webhookInbox.endpointId, window.endpointId),
        notInArray(webhookInbox.state, ["processed"]),
        gt(webhookInbox.receivedAt, window.from),
        lt(webhookInbox.receivedAt, window.to),
      ),
    )
    .limit(MOST_FINDINGS)
  return rows.map(({ id, attemptId, state, eventKind, claimedReference }) => ({
    kind: "notice_unprocessed",
    subject: id,
    attemptId,
    ours: state,
    theirs: [eventKind, claimedReference].filter((part) => part !== null).join(" "),
  }))
}
