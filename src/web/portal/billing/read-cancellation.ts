import { cancelReasons, stayKinds } from "#billing/contract"

export type CancelReason = (typeof cancelReasons)[number]

/** An answer that nobody gave is none; what isn't on the list isn't one either. */
export function readCancellation(values: Readonly<Record<string, string | undefined>>) {
  const reason = cancelReasons.find((one) => one === values["reason"])
  const offered = stayKinds.find((one) => one === values["offered"])
  const comment = values["comment"]?.trim()
  return {
    at: values["at"] === "now" ? ("now" as const) : ("end" as const),
    ...(reason ? { reason } : {}),
    ...(offered ? { offered } : {}),
    ...(comment ? { comment } : {}),
  }
}
