import type { ApiClient } from "../../api-context.ts"

type Charge = Awaited<ReturnType<ApiClient["billing"]["subscriptions"]["upcoming"]>>["items"][number]

export interface NextCharge {
  readonly dueOn: string
  readonly charges: readonly Charge[]
}

/** All that is charged on the first day of those to come. What is asked for already stands above them by itself. */
export function nextCharge(upcoming: readonly Charge[], asked: ReadonlySet<string>): NextCharge | null {
  const seen = new Set<string>()
  const ahead = upcoming.filter(({ subscriptionId }) => {
    const isAsked = asked.has(subscriptionId) && !seen.has(subscriptionId)
    seen.add(subscriptionId)
    return !isAsked
  })
  const [first] = ahead
  if (!first) return null
  return { dueOn: first.dueOn, charges: ahead.filter(({ dueOn }) => dueOn === first.dueOn) }
}
