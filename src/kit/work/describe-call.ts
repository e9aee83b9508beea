import type { OutsideTry } from "../outside/call.ts"
import type { OutsideCall } from "./define.ts"

/** What the way out recorded, in the words of the operations list. */
export function describeOutsideCall(outsideTry: OutsideTry): OutsideCall {
  const { host, method, durationMs, status, requestBody, responseBody } = outsideTry
  return {
    host,
    method,
    path: outsideTry.path.split("?")[0] ?? "",
    durationMs,
    outcome: outcomeOf(outsideTry),
    ...(status === undefined ? {} : { status }),
    ...(requestBody === "" ? {} : { request: requestBody }),
    ...(responseBody === "" ? {} : { answer: responseBody }),
  }
}

function outcomeOf({ kind, status }: OutsideTry): OutsideCall["outcome"] {
  // "Refused" in the list is the other side's no; our own guard's means that nothing was sent.
  if (kind === "not_sent" || kind === "refused") return "unreachable"
  if (kind === "unknown") return status === undefined ? "timed-out" : "failed"
  return kind === "rate_limited" || (status ?? 0) >= 400 ? "refused" : "answered"
}
