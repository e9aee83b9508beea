import type { Context } from "#kit/context.ts"
import { endSubscription } from "./end-subscription.ts"
import { findSubscriptionOf } from "./find-subscription-of.ts"

/** What it pays for is no more, or never came to be. Told twice, it ends once. */
export async function endSubscriptionOf(ctx: Context, subject: string, reason: string): Promise<void> {
  const found = await findSubscriptionOf(ctx, { kind: "all" }, subject)
  if (found) await endSubscription(ctx, found.id, { state: "cancelled", reason, takesSubject: false })
}
