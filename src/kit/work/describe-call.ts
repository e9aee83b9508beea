import type { OutsideRecord } from "../outside/call.ts"
import type { OutsideCall } from "./define.ts"

/** What the way out recorded, in the words of the operations list. */
export function describeOutsideCall(record: OutsideRecord): OutsideCall {
  const { host, method, durationMs, status, request, answer } = record
  return {
    host,
    method,
    path: record.path.split("?")[0] ?? "",
    durationMs,
    outcome: outcomeOf(record),
    ...(status === null ? {} : { status }),
    ...(request === null ? {} : { request }),
    ...(answer === null ? {} : { answer }),
  }
}

function outcomeOf({ outcome, status }: OutsideRecord): OutsideCall["outcome"] {
  if (outcome === "not_sent") return "unreachable"
  if (outcome === "unknown") return status === null ? "timed-out" : "failed"
  return outcome === "rate_limited" || (status ?? 0) >= 400 ? "refused" : "answered"
}
