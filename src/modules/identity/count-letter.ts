import type { RateLimit } from "#kit/rate-limit.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import type { CallScope } from "#kit/serve/scope.ts"

/** Every one of these routes: a door without a limit would be the one that is tried. */
export function countLetter(means: { readonly letters?: RateLimit }, scope: CallScope): void {
  const verdict = means.letters?.take(`${scope.tenant} ${scope.address}`)
  if (!verdict || verdict.allowed) return
  const seconds = verdict.resetSeconds
  requestRefusals.refuse("request.too_many", { seconds }, { retryAfterSeconds: seconds })
}
