import type { Context } from "#kit/context.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { newsOf, watchChanges } from "#kit/watch.ts"
import type { WatchParts } from "#operations"
import { deskRefusals } from "./errors.ts"
import { type BulkProgress, readBulkProgress } from "./read-bulk-progress.ts"

const over: readonly BulkProgress["state"][] = ["done", "closed", "undone"]

/** A run as it goes on: each thing done is news of the work that does them, and told as figures, however many they are. */
export async function watchBulkRun(
  { listener }: Pick<WatchParts, "listener">,
  scope: CallScope,
  id: string,
  signal: AbortSignal,
) {
  const look = (ctx: Context) => readBulkProgress(ctx, id)
  // Before the stream begins, so that a run that is not there is refused and not a stream of nothing.
  if (!(await scope.read(look))) return deskRefusals.refuse("desk.run_missing")
  return watchChanges({
    look: async () => (await scope.read(look)) ?? deskRefusals.refuse("desk.run_missing"),
    isOver: ({ state }) => over.includes(state),
    compare: (progress) => ({ ...progress, at: "" }),
    listener,
    concerns: (news, { operationId }) => operationId !== null && news === newsOf(scope, operationId),
    signal,
  })
}
