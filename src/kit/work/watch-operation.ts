import type { Database } from "../db.ts"
import { type Listener, WORK_CHANNEL } from "../listen.ts"
import type { StreamEnd } from "../watch.ts"
import { isEnded } from "./operation.ts"
import { type OperationProgress, readProgress } from "./progress.ts"

export interface Watching {
  readonly database: Database
  readonly listener: Listener
  readonly tenant: string
  readonly operationId: string
  readonly signal: AbortSignal
}

/**
 * How an operation gets on, each time it does: first as it is now, then at every step, until it ends or the
 * watcher leaves. Holds no transaction between two looks. Changes that come together are told once.
 */
export async function* watchOperation(watching: Watching): AsyncGenerator<OperationProgress, StreamEnd> {
  const { listener, tenant, operationId, signal } = watching
  let news = Promise.withResolvers<void>()
  const unsubscribe = listener.subscribe(WORK_CHANNEL, (payload) => {
    // Undefined: the connection was lost for a while, anything may have happened.
    if (payload === undefined || payload === `${tenant} ${operationId}`) news.resolve()
  })
  const onAbort = () => news.resolve()
  signal.addEventListener("abort", onAbort)
  try {
    let last = ""
    while (!signal.aborted) {
      const progress = await readProgress(watching.database, tenant, operationId)
      if (!progress) return undefined
      const words = JSON.stringify(progress)
      if (words !== last) yield progress
      last = words
      if (isEnded(progress.state)) return null
      await news.promise
      news = Promise.withResolvers()
    }
    return undefined
  } finally {
    unsubscribe()
    signal.removeEventListener("abort", onAbort)
  }
}
