import type { HostConfig } from "#kit/outside/call.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { GiveUp, TryLater } from "#kit/work/define.ts"
import { describeOutsideCall } from "#kit/work/describe-call.ts"
import type { PanelHttp } from "./drivers/driver.ts"

/** Longer than a panel needs to allocate; shorter than the time after which a lost request is looked for. */
const CALL_TIMEOUT_MS = 20_000
/** 200 servers of a list with everything they say about themselves. */
const MOST_ANSWER_BYTES = 4_194_304

/** A driver's way out: the outside-call client, its tries written down for the operations page. */
export function createPanelHttp(outside: Outside, config: HostConfig): PanelHttp {
  const bounded = { timeoutMs: CALL_TIMEOUT_MS, maxBodyBytes: MOST_ANSWER_BYTES, ...config }
  return {
    send: async (call, request) => {
      try {
        const { status, text } = await outside.host(bounded).call({
          ...request,
          signal: call.signal,
          record: (outsideTry) => call.note(describeOutsideCall(outsideTry)),
        })
        return { status, text }
      } catch (error) {
        throw translate(error)
      }
    },
  }
}

const DEFAULT_RETRY_SECONDS = 30
const LONGEST_RETRY_SECONDS = 900

/**
 * "Not now" is no failure: the work is parked for as long as the panel wishes, within reason, or as long as it is
 * left alone because it failed others: nobody's try is spent on a call that was never made. What our own guard
 * refuses was never sent and would be refused again, so a person must look. All else may pass: the step runs
 * again, and looks for what the lost try left before it acts.
 */
function translate(error: unknown): unknown {
  if (!(error instanceof OutsideError)) return error
  if (error.kind === "refused") return new GiveUp(error.message, { cause: error })
  if (!error.isNotNow) return error
  const seconds = Math.max(1, error.retryAfterSeconds ?? DEFAULT_RETRY_SECONDS)
  return new TryLater(error.message, Math.min(seconds, LONGEST_RETRY_SECONDS), { cause: error })
}
