import type { ApiClient } from "../api-context.ts"
import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { Badge } from "./badge.tsx"
import { Card } from "./card.tsx"
import { PageForm, SubmitButton } from "./form.tsx"
import { Moment } from "./texts.tsx"
import { words } from "./vat-checks.words.ts"

export interface VatChecksProps {
  readonly checks: Awaited<ReturnType<ApiClient["tax"]["vatNumbers"]["list"]>>
  readonly canAsk: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

const tones = { valid: "good", invalid: "bad", pending: "warn" } as const

/** What VIES said of each number, what is charged for it, and a button for whoever can't wait. */
export function VatChecks({ checks: { items, taxWhy }, canAsk, formKey, answer }: VatChecksProps) {
  const say = useWords(words)
  if (items.length === 0) return null
  return (
    <Card title={say("title")}>
      <ul className="divide-line divide-y text-sm">
        {items.map((one) => (
          <li key={`${one.country} ${one.number}`} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">
                {one.country} {one.number}
              </span>
              <Badge tone={tones[one.state]}>{say(one.state)}</Badge>
            </p>
            <p className="text-muted">
              {say(one.checkedAt ? "answered" : "asked")} <Moment at={one.checkedAt ?? one.askedAt} />
              {one.consultation ? ` · ${say("consultation")} ${one.consultation}` : null}
            </p>
            {one.traderName ? (
              <p className="text-muted">
                {[one.traderName, one.traderAddress].filter((part) => part !== null).join(", ")}
              </p>
            ) : null}
            {one.trouble ? <p className="text-warn">{say("trouble", { trouble: one.trouble })}</p> : null}
          </li>
        ))}
      </ul>
      {taxWhy ? <p className="text-sm">{taxWhy}</p> : null}
      {canAsk ? (
        <PageForm intent="ask-vies" formKey={`${formKey}:ask-vies`} answer={answer}>
          <SubmitButton look="secondary">{say("ask")}</SubmitButton>
        </PageForm>
      ) : null}
    </Card>
  )
}
