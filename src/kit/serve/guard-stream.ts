import { toApiError } from "./problems.ts"
import type { CallScope } from "./scope.ts"

/**
 * A stream fails long after the call returned, so its errors are worded here. When the process stops it ends,
 * whatever its source is waiting for: an open stream must not hold up the stop.
 */
export function guardStream(
  stream: AsyncIterable<unknown>,
  scope: CallScope,
  leave: () => void,
): AsyncIterableIterator<unknown> {
  const guarded = guard(stream, scope)
  const leaving = async (step: Promise<IteratorResult<unknown>>) => {
    try {
      const result = await step
      if (result.done) leave()
      return result
    } catch (error) {
      leave()
      throw error
    }
  }
  // Not left to the generator's own end: one that was never begun has none.
  return {
    next: () => leaving(guarded.next()),
    return: () => {
      leave()
      return guarded.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** What its source ends with is told to the reader: without it nobody would know that nothing more comes (watch.ts). */
async function* guard(stream: AsyncIterable<unknown>, scope: CallScope): AsyncGenerator<unknown> {
  const source = stream[Symbol.asyncIterator]()
  const stopped = whenAborted(scope.stopping)
  let isOver = false
  try {
    for (;;) {
      const next = await Promise.race([source.next(), stopped.promise])
      if (next === undefined || next.done) {
        isOver = next?.done === true
        return next?.value
      }
      yield next.value
    }
  } catch (error) {
    throw toApiError(error, scope)
  } finally {
    stopped.forget()
    if (!isOver) close(source, scope)
  }
}

export function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === "object" && output !== null && Symbol.asyncIterator in output
}

/** Not awaited: a source that hangs is the reason for closing it. */
function close(source: AsyncIterator<unknown>, scope: CallScope): void {
  source.return?.(undefined).catch((error: unknown) => {
    scope.log.warn({ error }, "a stream did not close in order")
  })
}

function whenAborted(signal: AbortSignal): { promise: Promise<undefined>; forget(): void } {
  let forget = () => {}
  const promise = new Promise<undefined>((resolve) => {
    if (signal.aborted) return resolve(undefined)
    const onAbort = () => resolve(undefined)
    signal.addEventListener("abort", onAbort, { once: true })
    forget = () => signal.removeEventListener("abort", onAbort)
    return undefined
  })
  return { promise, forget: () => forget() }
}
