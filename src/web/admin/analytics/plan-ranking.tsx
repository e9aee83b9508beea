import { Link } from "react-router"
import type { WireMoney } from "#kit/money.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./sales.words.ts"

interface RankedPlan {
  readonly planId: string
  readonly name: { readonly en: string; readonly ko: string }
  readonly active: number
  readonly recurring: readonly { readonly currency: string; readonly mrr: WireMoney }[]
}

/** What sells: the plans that run most today, and what each brings in a month. */
export function PlanRanking({ plans }: { plans: readonly RankedPlan[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card title={say("plans")}>
      <p className="text-muted text-sm">{say("plansLead")}</p>
      <DataTable
        caption={say("plans")}
        page={{ items: plans, next: null }}
        rowKey={({ planId }) => planId}
        empty={say("noPlans")}
        columns={[
          {
            key: "plan",
            label: say("plan"),
            cell: ({ planId, name }) => (
              <Link className="text-accent underline" to={`/admin/plans/${planId}`}>
                {name[language]}
              </Link>
            ),
          },
          { key: "active", label: say("active"), cell: ({ active }) => active, isNumber: true },
          {
            key: "mrr",
            label: say("mrr"),
            isNumber: true,
            cell: ({ recurring }) =>
              recurring.map(({ currency, mrr }) => (
                <span key={currency} className="block">
                  <Amount value={mrr} />
                </span>
              )),
          },
        ]}
      />
    </Card>
  )
}
