import type { Context } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { newsOf, watchChanges } from "#kit/watch.ts"
import { isLive } from "./attempt.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { getAttempt } from "./queries.ts"

/** The attempt as it changes, until it is over: a short transaction for each look and none between. */
export function watchAttempt(
  listener: Listener,
  scope: {
    readonly tenant: string
    transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  },
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<AttemptView> {
  const look = (ctx: Context) =>
    getAttempt(ctx, { kind: "all" }, id).then((attempt) => describeAttempt(attempt, ctx.language))
  return watchChanges({
    look: () => scope.transact(look),
    isOver: ({ state }) => !isLive(state),
    listener,
    concerns: (news) => news === newsOf(scope, id),
    signal,
  })
}
