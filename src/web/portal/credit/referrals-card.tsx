import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words as causes } from "../../ui/referral.words.ts"
import { Amount, Day } from "../../ui/texts.tsx"
import { words } from "./referrals-card.words.ts"

type Own = Awaited<ReturnType<ApiClient["referrals"]["own"]["get"]>>

export interface ReferralsCardProps {
  readonly referrals: Own
  readonly canMakeLink: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What a referral is worth, the link to give away, and what became of those who came by it. */
export function ReferralsCard({ referrals, canMakeLink, formKey, answer }: ReferralsCardProps) {
  const say = useWords(words)
  const { policy, link } = referrals
  return (
    <Card title={say("title")}>
      {policy.isOn ? <Terms policy={policy} /> : <p className="text-sm">{say("off")}</p>}
      {policy.isOn && link ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium break-all">{link.url}</span>
          <CopyButton text={link.url} label={say("link")} />
        </p>
      ) : null}
      {policy.isOn && !link && canMakeLink ? (
        <PageForm intent="make-link" formKey={formKey} answer={answer}>
          <SubmitButton>{say("make")}</SubmitButton>
        </PageForm>
      ) : null}
      <Came items={referrals.items} />
    </Card>
  )
}

function isNothing({ minor }: { readonly minor: string }): boolean {
  return BigInt(minor) === 0n
}

function Terms({ policy }: { policy: Own["policy"] }) {
  const say = useWords(words)
  const promised = policy.rewards.filter(
    ({ referrer, newcomer }) => !isNothing(referrer) || !isNothing(newcomer),
  )
  return (
    <div className="space-y-2 text-sm">
      <ul className="list-disc ps-5">
        {promised.map(({ currency, referrer, newcomer }) => (
          <li key={currency}>
            {say("you")} <Amount value={referrer} /> · {say("they")} <Amount value={newcomer} />
          </li>
        ))}
      </ul>
      <p>{say("when", { days: policy.afterDays })}</p>
      {policy.mostAYear === null ? null : <p>{say("most", { times: policy.mostAYear })}</p>}
    </div>
  )
}

const tones = { waiting: "info", granted: "good", void: "neutral" } as const

function Came({ items }: { items: Own["items"] }) {
  const say = useWords(words)
  const sayCause = useWords(causes)
  if (items.length === 0) return null
  return (
    <ul className="divide-line divide-y text-sm">
      {items.map(({ id, state, because, got, cameOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="min-w-0 grow">
            {say("came")} <Day on={cameOn} />
            {because ? <span className="text-muted"> · {sayCause(because)}</span> : null}
          </span>
          {got ? <Amount value={got} /> : null}
          <Badge tone={tones[state]}>{sayCause(state)}</Badge>
        </li>
      ))}
    </ul>
  )
}
