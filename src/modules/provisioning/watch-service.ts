import { type Context, within } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { newsOf, watchChanges } from "#kit/watch.ts"
import { type Progress, readProgress } from "./read-progress.ts"

const ended: readonly Progress["state"][] = ["done", "undone", "closed"]

/** The building as it goes on: a look, a short transaction each, when its operation has news. */
export function watchService(
  listener: Listener,
  scope: {
    readonly tenant: string
    transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  },
  serviceId: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress> {
  return watchChanges({
    look: () => scope.transact((ctx) => readProgress(ctx, within(ctx.actor), serviceId)),
    isOver: ({ state }) => ended.includes(state),
    compare: (progress) => ({ ...progress, at: "" }),
    listener,
    // Before the building has begun, any work of the shop may be the one that begins it.
    concerns: (news, { operationId }) =>
      operationId === null ? news.startsWith(newsOf(scope, "")) : news === newsOf(scope, operationId),
    signal,
  })
}
