import type { Subscription } from "./subscription.ts"

/** The mail that confirms a cancellation is known by when it was asked for; undefined: it was taken back meanwhile. */
export function keyOfCancellation({
  id,
  cancelAskedAt,
}: Pick<Subscription, "id" | "cancelAskedAt">): string | undefined {
  return cancelAskedAt ? `cancellation:${id}:${cancelAskedAt.epochMilliseconds}` : undefined
}
