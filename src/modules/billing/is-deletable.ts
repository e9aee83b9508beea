import { isAwaited, type Subscription } from "./subscription.ts"

/** What is over, or was never billed. Everything else is somebody's, and is cancelled first. */
export function isDeletable(one: Subscription): boolean {
  return one.deletedAt === null && (one.endedAt !== null || isAwaited(one))
}
