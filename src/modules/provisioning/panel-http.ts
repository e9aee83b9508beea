import { OutsideError, type OutsideRecord } from "#kit/outside/call.ts"
import type { HostConfig, Outside } from "#kit/outside/outside.ts"
import { TryLater } from "#kit/work/define.ts"
import { describeOutsideCall } from "#kit/work/describe-call.ts"
import type { PanelHttp } from "./drivers/driver.ts"

/** Longer than a panel needs to allocate; shorter than the time after which a lost request is looked for. */
const CALL_TIMEOUT_MS = 20_000
/** 200 servers of a list with everything they say about themselves. */
const MOST_ANSWER_BYTES = 4_194_304

/** A driver's way out: the outside-call client, its tries written down for the operations page. */
export function createPanelHttp(outside: Outside, config: HostConfig): PanelHttp {
  const host = outside.host({ timeoutMs: CALL_TIMEOUT_MS, maxBodyBytes: MOST_ANSWER_BYTES, ...config })
  return {
    send: async (call, request) => {
      const per = {
        signal: call.signal,
        record: (record: OutsideRecord) => call.note(describeOutsideCall(record)),
      }
      const { method, path, query, headers, json } = request
      const asked = { method, path, query, headers, ...(json === undefined ? {} : { json }) }
      const answer = await host.call(asked, per).catch(waitWhenAsked)
      return { status: answer.status, text: answer.text }
    },
  }
}

const DEFAULT_RETRY_SECONDS = 30
const LONGEST_RETRY_SECONDS = 900

/** "Not now" is no failure: the work is parked for as long as the panel wishes, within reason. */
function waitWhenAsked(error: unknown): never {
  if (error instanceof OutsideError && error.kind === "rate_limited") {
    const seconds = Math.max(1, error.retryAfterSeconds ?? DEFAULT_RETRY_SECONDS)
    throw new TryLater(error.message, Math.min(seconds, LONGEST_RETRY_SECONDS))
  }
  throw error
}
