import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PolicyFields, type PolicyFieldsProps } from "./policy-fields.tsx"
import { words } from "./words.ts"

export interface ProductPolicyCardProps extends PolicyFieldsProps {
  readonly formKey: string
  readonly answer: FormAnswer | undefined
  readonly canWrite: boolean
}

/** Whose rule holds for a product, and one of its own. Folded: most products follow the shop. */
export function ProductPolicyCard({ policy, currencies, formKey, answer, canWrite }: ProductPolicyCardProps) {
  const say = useWords(words)
  return (
    <details
      className="border-line rounded-box bg-surface border p-4 sm:p-5"
      open={answer?.intent === "refunds" || undefined}
    >
      <summary className="w-fit cursor-pointer font-semibold">{say("productTitle")}</summary>
      <div className="mt-3 space-y-4">
        <p className="text-muted text-sm">{say(`source.${policy.source}`)}</p>
        <PageForm
          key={`${formKey}:refunds`}
          intent="refunds"
          formKey={`${formKey}:refunds`}
          answer={answer}
          className="space-y-4"
        >
          <PolicyFields {...{ policy, currencies }} />
          {canWrite ? <SubmitButton look="secondary">{say("save")}</SubmitButton> : null}
        </PageForm>
        {canWrite && policy.source === "product" ? (
          <ConfirmDialog
            label={say("drop")}
            title={say("drop")}
            consequence={say("dropWhat")}
            intent="dropRefunds"
            formKey={`${formKey}:drop`}
            answer={answer}
          />
        ) : null}
      </div>
    </details>
  )
}
