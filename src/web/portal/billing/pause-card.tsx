import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PauseUntilField } from "../../ui/pause-until-field.tsx"
import { words } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"

export interface PauseCardProps {
  readonly subscription: SubscriptionView
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** A while without it: until when, and what that means. Where one is planned, its day is moved here. */
export function PauseCard({ subscription, formKey, answer }: PauseCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const day = subscription.lastDay ? formatDay(subscription.lastDay, language) : ""
  const title = say(subscription.pauseUntil ? "pauseMove" : "pause")
  return (
    <details
      className="border-line rounded-box bg-surface border p-4 sm:p-5"
      open={answer?.intent === "pause" || undefined}
    >
      <summary className="w-fit cursor-pointer text-sm font-semibold">{title}</summary>
      <div className="mt-3 space-y-4">
        <p className="text-muted text-sm">{say("pauseWhat", { day })}</p>
        <PageForm intent="pause" formKey={formKey} answer={answer}>
          <PauseUntilField subscription={subscription} />
          <SubmitButton look="secondary">
            {say(subscription.pauseUntil ? "pauseMove" : "pauseDo")}
          </SubmitButton>
        </PageForm>
      </div>
    </details>
  )
}
