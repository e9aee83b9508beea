import { Link } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { type Product, visibilityTones } from "./range.ts"
import { words } from "./words.ts"

type PlanItem = Product["plans"][number]

export function PlanTable({ product }: { product: Product }) {
  const say = useWords(words)
  const language = useLanguage()
  // The address may say what was just done, which a list would take for a filter that nothing matches.
  if (product.plans.length === 0) return <EmptyState title={say("noPlans")}>{say("noPlansHelp")}</EmptyState>
  return (
    <DataTable
      caption={product.name[language]}
      page={{ items: product.plans, next: null }}
      rowKey={({ id }) => id}
      empty={say("noPlans")}
      columns={[
        {
          key: "plan",
          label: say("plan"),
          cell: ({ id, name }) => (
            <Link className="text-accent underline" to={`/admin/plans/${id}`}>
              {name[language]}
            </Link>
          ),
        },
        {
          key: "state",
          label: say("visibility"),
          cell: ({ state }) => <Badge tone={visibilityTones[state]}>{say(state)}</Badge>,
        },
        { key: "version", label: say("version"), cell: (plan) => <VersionOf plan={plan} /> },
        { key: "stock", label: say("stock"), cell: ({ stock }) => <Stock stock={stock} />, isWide: true },
        { key: "slug", label: say("slug"), cell: ({ slug }) => slug, isWide: true },
        {
          key: "position",
          label: say("position"),
          cell: ({ position }) => position,
          isNumber: true,
          isExtra: true,
        },
      ]}
    />
  )
}

function VersionOf({ plan: { version, hasDraft } }: { plan: PlanItem }) {
  const say = useWords(words)
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {version ?? <span className="text-muted">{say("unpublished")}</span>}
      {hasDraft ? <Badge tone="info">{say("draftToo")}</Badge> : null}
    </span>
  )
}

function Stock({ stock: { limit, taken } }: Pick<PlanItem, "stock">) {
  const say = useWords(words)
  if (limit === null) return <span className="text-muted">{say("unlimited")}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {say("stockOf", { taken, limit })}
      {taken >= limit ? <Badge tone="warn">{say("soldOut")}</Badge> : null}
    </span>
  )
}
