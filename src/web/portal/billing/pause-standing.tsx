import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { useRoot } from "../../use-root.ts"
import type { PauseCardProps } from "./pause-card.tsx"

/** Where a pause stands, and the ways out of it. */
export function PauseStanding({ subscription, formKey, answer }: PauseCardProps) {
  const say = useWords(words)
  const mayEnd = useRoot()?.me.permissions.includes("billing.subscriptions.cancel")
  const isPaused = subscription.state === "paused"
  return (
    <Banner tone="info">
      <p>{useStanding(subscription)}</p>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        {subscription.paymentRequestId ? (
          <ButtonLink to={`/portal/requests/${subscription.paymentRequestId}`}>{say("toRequest")}</ButtonLink>
        ) : null}
        {subscription.can.resume && mayEnd ? (
          <PageForm intent="resume" formKey={formKey} answer={answer}>
            <SubmitButton look="secondary">{say(isPaused ? "resumeNow" : "pauseTakeBack")}</SubmitButton>
            {isPaused ? <p className="text-muted text-sm">{say("resumeWhat")}</p> : null}
          </PageForm>
        ) : null}
      </div>
    </Banner>
  )
}

function useStanding(subscription: SubscriptionView): string {
  const say = useWords(words)
  const language = useLanguage()
  const { pauseFrom, pauseUntil, state, can } = subscription
  const until = pauseUntil ? formatDay(pauseUntil, language) : ""
  if (subscription.isPaidBeyondPause) return say("pausePaid", { until })
  if (state !== "paused")
    return say("pausePlanned", { from: pauseFrom ? formatDay(pauseFrom, language) : "", until })
  return can.resume ? say("paused", { until }) : say("pauseOver")
}
