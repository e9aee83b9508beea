import { lazy } from "react"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { SelectField, TextareaField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import type { CancelReason } from "./read-cancellation.ts"
import type { StayOffer } from "./stay-card.tsx"

/** Seldom there: the page does not carry it. */
const StayCard = lazy(() => import("./stay-card.tsx").then((module) => ({ default: module.StayCard })))

export interface CancelCardProps {
  readonly subscription: SubscriptionView
  readonly formKey: string
  /** What its shop offers in place of it. */
  readonly offer: StayOffer | null
  readonly stayKey: string
  readonly answer: FormAnswer | undefined
}

const reasons: readonly CancelReason[] = [
  "not_needed",
  "too_expensive",
  "missing_feature",
  "quality",
  "switching",
  "other",
]

/** All of it on one screen: when, one question that may stay open, and the button. */
export function CancelCard({ subscription, formKey, offer, stayKey, answer }: CancelCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const day = subscription.lastDay ? formatDay(subscription.lastDay, language) : ""
  const hasDaysLeft = subscription.state === "active" || subscription.state === "trialing"
  const atOnce = { value: "now", label: say("cancelNow"), help: say("cancelNowHelp") }
  const atEnd = { value: "end", label: say("cancelEnd", { day }), help: say("cancelEndHelp") }
  return (
    <details
      className="border-line rounded-box bg-surface border p-4 sm:p-5"
      open={answer?.intent === "cancel" || answer?.intent === "stay" || undefined}
    >
      <summary className="text-bad w-fit cursor-pointer text-sm font-semibold">{say("cancel")}</summary>
      <div className="mt-3 space-y-4">
        <p className="text-muted text-sm">{say("cancelWhat")}</p>
        <PageForm intent="cancel" formKey={formKey} answer={answer}>
          <ChoiceField
            name="at"
            label={say("cancelAt")}
            choices={hasDaysLeft ? [atEnd, atOnce] : [atOnce]}
            defaultValue={hasDaysLeft ? "end" : "now"}
          />
          <SelectField name="reason" label={say("cancelReason")} defaultValue="">
            <option value="">{say("noReason")}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {say("reasons", { reason })}
              </option>
            ))}
          </SelectField>
          {offer ? <input type="hidden" name="offered" value={offer.kind} /> : null}
          <TextareaField name="comment" label={say("comment")} maxLength={1000} />
          <SubmitButton look="danger">{say("cancelDo")}</SubmitButton>
        </PageForm>
        {offer ? <StayCard {...{ offer, subscription, formKey: stayKey, answer }} /> : null}
      </div>
    </details>
  )
}
