/** What the stand-in can be told to do wrong; the page and the proofs read this list. */
export const virtfusionFaults = {
  slow: "answers after a while",
  timeout: "does nothing and never answers",
  timeout_after_success: "does it, then never answers",
  reset: "breaks the connection, nothing done",
  reset_after_success: "does it, then breaks the connection",
  error_500: "500, nothing done",
  error_500_after_success: "does it, then answers 500",
  garbage: "200 with something that is no JSON, nothing done",
  garbage_after_success: "does it, then answers nonsense",
  bare_404: "404 of a wrong address, without msg",
  rate_limit: "429 with Retry-After",
  locked: "423, busy",
  full: "422, no room",
  build_fails: "the build starts and fails",
  delete_lingers: "the deletion takes a while",
  no_backups: "it has saved nothing",
} as const
export type VirtfusionFault = keyof typeof virtfusionFaults
