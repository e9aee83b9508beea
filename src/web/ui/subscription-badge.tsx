import { useWords } from "../i18n/use-words.ts"
import { Badge } from "./badge.tsx"
import { StateBadge } from "./state-badge.tsx"
import { words } from "./subscription.words.ts"
import type { SubscriptionView } from "./subscription-facts.tsx"

/** Its state in a word: what staff set up and nobody paid yet is not being built. */
export function SubscriptionBadge({ subscription }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  if (subscription.startsOn) return <Badge tone="warn">{say("awaited")}</Badge>
  return <StateBadge kind="subscription" state={subscription.state} />
}
