import type { Context, Reach } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { newsOf, watchChanges } from "#kit/watch.ts"
import { describeSetup, type SetupView } from "./describe-method.ts"
import { getSetup } from "./get-setup.ts"
import { isOpen } from "./setup.ts"

/** The page to leave a method as it changes, until it is over. */
export function watchSetup(
  listener: Listener,
  scope: {
    readonly tenant: string
    transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  },
  {
    id,
    reach,
    signal,
  }: { readonly id: string; readonly reach: Reach; readonly signal: AbortSignal | undefined },
): AsyncGenerator<SetupView> {
  const look = (ctx: Context) => getSetup(ctx, reach, id).then((setup) => describeSetup(setup, ctx.language))
  return watchChanges({
    look: () => scope.transact(look),
    isOver: ({ state }) => !isOpen(state),
    listener,
    concerns: (news) => news === newsOf(scope, id),
    signal,
  })
}
