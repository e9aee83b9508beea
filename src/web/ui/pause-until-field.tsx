import { formatDay } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { DateField } from "./date-field.tsx"
import { words } from "./subscription.words.ts"
import type { SubscriptionView } from "./subscription-facts.tsx"

/** On which day something paused goes on, within what its shop, or its staff, may agree to. */
export function PauseUntilField({ subscription }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  const language = useLanguage()
  const { pauseFirst, pauseLast } = subscription.can
  const day = (on: string | null) => (on ? formatDay(on, language) : "")
  return (
    <DateField
      name="until"
      label={say("pauseUntil")}
      help={say("pauseUntilHelp", { first: day(pauseFirst), last: day(pauseLast) })}
      min={pauseFirst ?? undefined}
      max={pauseLast ?? undefined}
      defaultValue={subscription.pauseUntil ?? undefined}
      required
    />
  )
}
