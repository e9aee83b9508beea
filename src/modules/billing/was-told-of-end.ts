import type { Context } from "#kit/context.ts"
import { findMessageByKey } from "#notifications"
import { keyOfCancellation } from "./key-of-cancellation.ts"
import { isStoppedByDispute, type Subscription } from "./subscription.ts"

/** A mail older than this may have been forgotten by now, however it went. */
const KNOWN_FOR = { hours: 24 * 180 }

/**
 * Whether the mail that confirms its cancellation was taken by the customer's mail server: nobody is surprised by a deletion
 * that somebody else asked for. What a lost dispute ends has a mail of its own.
 */
export async function wasToldOfEnd(ctx: Context, one: Subscription): Promise<boolean> {
  const { cancelAskedAt } = one
  const key = keyOfCancellation(one)
  if (!key || !cancelAskedAt || isStoppedByDispute(one)) return true
  const message = await findMessageByKey(ctx, key)
  if (message) return message.state === "sent"
  return Temporal.Instant.compare(cancelAskedAt, ctx.clock.now().subtract(KNOWN_FOR)) < 0
}
