import type { ApiClient } from "../../api-context.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PauseUntilField } from "../../ui/pause-until-field.tsx"
import { words as subscriptionWords } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { words } from "./stay.words.ts"

export type StayOffer = NonNullable<Awaited<ReturnType<ApiClient["orders"]["stayOffers"]["get"]>>["offer"]>

export interface StayCardProps {
  readonly offer: StayOffer
  readonly subscription: SubscriptionView
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** The shop's one offer. It stands below the button that cancels, so that it is never in its way. */
export function StayCard({ offer, subscription, formKey, answer }: StayCardProps) {
  const say = useWords(words)
  const sayEach = useWords(subscriptionWords)
  const language = useLanguage()
  const each = (price: StayPrice) =>
    sayEach("each", { cycle: subscription.cycle, price: formatAmount(price, language) })
  return (
    <section className="border-line border-t pt-4" aria-labelledby="stay-offer">
      <h3 id="stay-offer" className="font-semibold">
        {say("title")}
      </h3>
      <p className="text-muted mt-1 mb-3 text-sm">
        {offer.kind === "pause"
          ? say("pause")
          : say("plan", {
              plan: offer.planName[language],
              price: each(offer.price),
              current: each(offer.current),
            })}
      </p>
      <PageForm intent="stay" formKey={formKey} answer={answer}>
        {offer.kind === "pause" ? <PauseUntilField subscription={subscription} /> : null}
        <SubmitButton look="secondary">{say(offer.kind === "pause" ? "pauseDo" : "planDo")}</SubmitButton>
      </PageForm>
    </section>
  )
}

type StayPrice = Extract<StayOffer, { kind: "cheaper_plan" }>["price"]
