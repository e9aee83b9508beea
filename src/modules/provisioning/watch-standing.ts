import { type Context, within } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { newsOf, watchChanges } from "#kit/watch.ts"
import { getService, listServices, type ServiceView } from "./queries.ts"

/** As many as a page shows of them: more than that is a list to be looked through. */
const MOST_WATCHED = 100

export interface Standing {
  readonly items: Pick<ServiceView, "id" | "state" | "words">[]
}

interface Seen extends Standing {
  readonly accountIds: readonly string[]
}

export interface StandingWatch {
  readonly listener: Listener
  readonly scope: {
    readonly tenant: string
    transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  }
  /** Only this one. */
  readonly id: string | undefined
  readonly signal: AbortSignal | undefined
}

/** Where the caller's newest services stand, or one of them: each time that one moves. Never over by itself. */
export async function* watchStanding({ listener, scope, id, signal }: StandingWatch) {
  const watched = watchChanges<Seen>({
    look: () => scope.transact((ctx) => look(ctx, id)),
    isOver: () => false,
    compare: ({ items }) => items,
    listener,
    concerns: (news, { accountIds }) => accountIds.some((accountId) => news === newsOf(scope, accountId)),
    signal,
  })
  try {
    for (;;) {
      const next = await watched.next()
      if (next.done) return next.value
      yield { items: next.value.items }
    }
  } finally {
    await watched.return(undefined)
  }
}

async function look(ctx: Context, id: string | undefined): Promise<Seen> {
  const reach = within(ctx.actor)
  const found = id
    ? [await getService(ctx, reach, id)]
    : (await listServices(ctx, reach, { limit: MOST_WATCHED })).items
  // Whoever has none yet waits for the first.
  const own = reach.kind === "accounts" ? reach.accountIds : []
  return {
    items: found.map(({ id: serviceId, state, words }) => ({ id: serviceId, state, words })),
    accountIds: [...new Set([...own, ...found.map(({ accountId }) => accountId)])],
  }
}
