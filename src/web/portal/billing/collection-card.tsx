import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { type Method, useMethodName } from "../../ui/method-facts.tsx"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { words } from "./ahead.words.ts"

export interface CollectionCardProps {
  readonly subscription: SubscriptionView
  readonly methods: readonly Method[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** By hand, or by one of the saved methods that can be charged. */
export function CollectionCard({ subscription, methods, formKey, answer }: CollectionCardProps) {
  const say = useWords(words)
  const nameOf = useMethodName()
  const usable = methods.filter(({ state }) => state === "usable")
  return (
    <Card title={say("collecting")}>
      <PageForm intent="collection" formKey={formKey} answer={answer}>
        <ChoiceField
          name="methodId"
          label={say("collectBy")}
          help={usable.length === 0 ? say("noMethod") : say("collectHelp")}
          choices={[
            { value: "", label: say("collectByHand") },
            ...usable.map((method) => ({ value: method.id, label: nameOf(method) })),
          ]}
          defaultValue={subscription.methodId ?? ""}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton look="secondary">{say("collectSave")}</SubmitButton>
          <Link className="text-accent text-sm underline" to="/portal/payment-methods">
            {say("addMethod")}
          </Link>
        </div>
      </PageForm>
    </Card>
  )
}
