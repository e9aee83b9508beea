import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { Choice, Plan, Product } from "./offer.ts"
import { priceFor } from "./offer.ts"
import { ChoosePlan } from "./plan-card.tsx"
import { words } from "./words.ts"

type WordKey = keyof (typeof words)["en"]
type Resources = Plan["resources"]

/** Rows of the comparison, as data: what is compared, and in which unit. */
const rows: readonly {
  key: WordKey
  unit: "cores" | "gigabytes" | "terabytes" | "pieces"
  count: (of: Resources) => number
}[] = [
  { key: "rowCpu", unit: "cores", count: ({ cpuCores }) => cpuCores },
  { key: "rowMemory", unit: "gigabytes", count: ({ memoryMb }) => memoryMb / 1_024 },
  { key: "rowStorage", unit: "gigabytes", count: ({ storageGb }) => storageGb },
  { key: "rowTraffic", unit: "terabytes", count: ({ trafficGb }) => trafficGb / 1_000 },
  { key: "rowAddress", unit: "pieces", count: ({ ipv4 }) => ipv4 },
]

const head = "border-line bg-surface sticky start-0 z-1 border-t px-5 py-3.5 text-start font-normal"

export function ComparisonTable({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const price = (plan: Plan, part: "amount" | "setupFee") => {
    const found = priceFor(plan, choice.cycle)
    return found ? formatAmount(found[part], language) : "–"
  }
  return (
    // Reachable by keyboard: on a phone the table scrolls sideways, and what a row is about stays.
    <section
      className="border-line overflow-x-auto rounded-2xl border"
      aria-label={say("compare")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
      tabIndex={0}
    >
      <table className="w-full min-w-max border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{say("compare")}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="bg-canvas text-muted sticky start-0 z-1 px-5 py-4 text-start font-medium"
            >
              {say("plan")}
            </th>
            {product.plans.map((plan) => (
              <th
                key={plan.id}
                scope="col"
                className="bg-canvas px-5 py-4 text-start text-base font-semibold"
              >
                {plan.name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, unit, count }) => (
            <Row
              key={key}
              label={say(key)}
              plans={product.plans}
              cell={(plan) => say(unit, { count: count(plan.resources) })}
            />
          ))}
          <Row
            label={`${say("rowPrice")} (${say(choice.cycle)})`}
            plans={product.plans}
            cell={(plan) => price(plan, "amount")}
            isStrong
          />
          <Row label={say("rowSetup")} plans={product.plans} cell={(plan) => price(plan, "setupFee")} />
          <tr>
            <th scope="row" className={`${head} text-muted`}>
              {say("choose")}
            </th>
            {product.plans.map((plan) => (
              <td key={plan.id} className="border-line border-t px-5 py-3.5">
                <ChoosePlan {...{ product, plan, choice }} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly plans: readonly Plan[]
  readonly cell: (plan: Plan) => string
  readonly isStrong?: boolean
}

function Row({ label, plans, cell, isStrong }: RowProps) {
  return (
    <tr>
      <th scope="row" className={`${head} text-muted`}>
        {label}
      </th>
      {plans.map((plan) => (
        <td
          key={plan.id}
          className={`border-line border-t px-5 py-3.5 tabular-nums ${isStrong ? "text-base font-semibold" : ""}`}
        >
          {cell(plan)}
        </td>
      ))}
    </tr>
  )
}
