import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField, TextField } from "../../ui/field.tsx"
import { type Method, useMethodName } from "../../ui/method-facts.tsx"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { BoundsFields } from "./bounds-fields.tsx"
import { words } from "./edit.words.ts"

export interface SubscriptionEditProps {
  readonly subscription: SubscriptionView
  /** Those that can be charged; null where the payment is not to be chosen here. */
  readonly methods: readonly Method[] | null
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What may be changed without another agreement coming of it. */
export function SubscriptionEdit({ subscription, methods, formKey, answer }: SubscriptionEditProps) {
  const say = useWords(words)
  const nameOf = useMethodName()
  return (
    <ConfirmDialog
      label={say("edit")}
      title={say("title")}
      consequence={say("what")}
      intent="edit"
      formKey={`${formKey}:edit`}
      answer={answer}
    >
      <TextareaField
        name="memo"
        label={say("memo")}
        help={say("memoHelp")}
        defaultValue={subscription.memo ?? ""}
        maxLength={2_000}
      />
      <TextField
        name="purchaseOrder"
        label={say("purchaseOrder")}
        help={say("purchaseOrderHelp")}
        defaultValue={subscription.purchaseOrder ?? ""}
        maxLength={60}
      />
      {subscription.subject === subscription.id ? (
        <BoundsFields bounds={subscription.quantityBounds} />
      ) : null}
      {methods ? (
        <ChoiceField
          name="methodId"
          label={say("payment")}
          help={say("methodHelp")}
          choices={[
            { value: "", label: say("byHand") },
            ...methods.map((method) => ({ value: method.id, label: nameOf(method) })),
          ]}
          defaultValue={(subscription.collection === "automatic" && subscription.methodId) || ""}
        />
      ) : null}
    </ConfirmDialog>
  )
}
