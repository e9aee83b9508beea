import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { words as methodWords } from "../../ui/method.words.ts"
import { type Method, useMethodName } from "../../ui/method-facts.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./customer-methods.words.ts"

export interface CustomerMethodsProps {
  readonly methods: readonly Method[]
  readonly canRemoveMethods: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What the customer lets us charge; staff may take it away on their word, and add none. */
export function CustomerMethods({ methods, canRemoveMethods, formKey, answer }: CustomerMethodsProps) {
  const say = useWords(words)
  const sayMethod = useWords(methodWords)
  const nameOf = useMethodName()
  return (
    <Card title={say("title")}>
      {methods.length === 0 ? <p className="text-muted text-sm">{say("none")}</p> : null}
      <ul className="divide-line divide-y text-sm">
        {methods.map((method) => (
          <li
            key={method.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <span>{nameOf(method)}</span>
            {method.isDefault ? <Badge tone="info">{sayMethod("isDefault")}</Badge> : null}
            <StateBadge kind="method" state={method.state} />
            <span className="text-muted">
              {sayMethod("agreed")} <Moment at={method.consentedAt} />
            </span>
            {canRemoveMethods ? (
              <ConfirmDialog
                label={say("remove", { name: nameOf(method) })}
                look="danger"
                title={say("remove", { name: nameOf(method) })}
                consequence={say("removeWhat")}
                intent={`unkeep:${method.id}`}
                formKey={`${formKey}:${method.id}`}
                answer={answer}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
