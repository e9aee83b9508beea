import { Link } from "react-router"
import { groupDigits } from "#kit/spelling.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { words } from "./meter-page.words.ts"
import type { PlanText } from "./range.ts"

/** What is charged by use with the plan; each meter has a page of its own. */
export function MetersCard(props: {
  readonly planId: string
  readonly meters: PlanText["meters"]
  readonly canWrite: boolean
}) {
  const { planId, meters, canWrite } = props
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card
      title={say("title")}
      aside={
        canWrite ? (
          <ButtonLink to={`/admin/plans/${planId}/meters/-`} look="secondary">
            {say("add")}
          </ButtonLink>
        ) : undefined
      }
    >
      <p className="text-muted text-sm">{say(meters.length === 0 ? "none" : "lead")}</p>
      <ul className="divide-line divide-y">
        {meters.map((meter) => (
          <li key={meter.id} className="flex flex-wrap justify-between gap-x-3 py-2">
            <Link className="text-accent underline" to={`/admin/plans/${planId}/meters/${meter.id}`}>
              {meter.name[language]}
            </Link>
            <span className="text-muted text-sm">
              {say(meter.model)} · {groupDigits(meter.included)} {meter.unit[language]}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
