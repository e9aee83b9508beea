import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { words as subscriptionWords } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { words } from "./trial.words.ts"

/** How long it is free, what then, what that costs, and that it can be given up: all of it in one place. */
export function TrialStanding({ subscription }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  const sayEach = useWords(subscriptionWords)
  const language = useLanguage()
  const { trial, price, cycle, paymentRequestId, state } = subscription
  if (!trial?.lastDay) return null
  const each = sayEach("each", { cycle, price: formatAmount(price, language) })
  const day = formatDay(trial.lastDay, language)
  const isOver = state !== "trialing"
  const chargeOn = trial.chargeOn ? formatDay(trial.chargeOn, language) : null
  const what = isOver
    ? say(state === "suspended" ? "over" : "notCharged", { day, price: each })
    : chargeOn
      ? say("charged", { day, chargeOn, price: each })
      : say("byHand", { day, price: each })
  return (
    <Banner tone={isOver ? "warn" : "info"}>
      <p>{what}</p>
      {paymentRequestId ? (
        <ButtonLink className="mt-3" to={`/portal/requests/${paymentRequestId}`}>
          {sayEach("toRequest")}
        </ButtonLink>
      ) : null}
    </Banner>
  )
}
