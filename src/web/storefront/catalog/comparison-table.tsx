import { formatAmount } from "../../i18n/format.ts"
import type { PlainKey } from "../../i18n/say.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { Choice, Plan, Product } from "./offer.ts"
import { priceFor } from "./offer.ts"
import { ChoosePlan } from "./plan-card.tsx"
import { sizeOf } from "./size-of.ts"
import { words } from "./words.ts"

type WordKey = PlainKey<(typeof words)["en"]>
type Resources = Plan["resources"]

/** Rows of the comparison, as data: what is compared, and in which unit. */
const rows: readonly {
  key: WordKey
  amount: (
    of: Resources,
  ) => readonly ["cores" | "gigabytes" | "terabytes" | "pieces", { readonly count: number }]
}[] = [
  { key: "rowCpu", amount: ({ cpuCores }) => ["cores", { count: cpuCores }] },
  { key: "rowMemory", amount: ({ memoryMb }) => ["gigabytes", { count: memoryMb / 1_024 }] },
  { key: "rowStorage", amount: ({ storageGb }) => sizeOf(storageGb) },
  { key: "rowTraffic", amount: ({ trafficGb }) => sizeOf(trafficGb) },
  { key: "rowAddress", amount: ({ ipv4 }) => ["pieces", { count: ipv4 }] },
]

/** On a phone three plans stand beside each other: what a row is about may take two lines, and there is less air. */
const cell = "px-2 py-2.5 sm:px-5 sm:py-3.5"
const head = `border-line bg-surface sticky start-0 z-1 border-t text-start font-normal ${cell}`

export function ComparisonTable({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const price = (plan: Plan, part: "amount" | "setupFee") => {
    const found = priceFor(plan, choice.cycle)
    if (!found) return "–"
    const shown = formatAmount(found[part], language)
    return part === "amount" ? say("priceEach", { cycle: choice.cycle, price: shown }) : shown
  }
  return (
    // Reachable by keyboard: on a phone the table scrolls sideways, and what a row is about stays.
    <section
      className="border-line overflow-x-auto rounded-2xl border"
      aria-label={say("compare")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
      tabIndex={0}
    >
      <table className="w-full border-separate border-spacing-0 text-xs sm:min-w-max sm:text-sm">
        <caption className="sr-only">{say("compare")}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={`bg-canvas text-muted sticky start-0 z-1 w-24 text-start font-medium sm:w-auto ${cell}`}
            >
              {say("plan")}
            </th>
            {product.plans.map((plan) => (
              <th
                key={plan.id}
                scope="col"
                className={`bg-canvas min-w-20 text-start text-sm font-semibold sm:text-base ${cell}`}
              >
                {plan.name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, amount }) => (
            <Row
              key={key}
              label={say(key)}
              plans={product.plans}
              write={(plan) => say(...amount(plan.resources))}
            />
          ))}
          <Row
            label={say("rowPrice")}
            plans={product.plans}
            write={(plan) => price(plan, "amount")}
            isStrong
          />
          <Row label={say("rowSetup")} plans={product.plans} write={(plan) => price(plan, "setupFee")} />
          {/* On a phone the cards above have the same buttons. */}
          <tr className="hidden sm:table-row">
            <th scope="row" className={`${head} text-muted`}>
              {say("choose")}
            </th>
            {product.plans.map((plan) => (
              <td key={plan.id} className={`border-line border-t ${cell}`}>
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
  readonly write: (plan: Plan) => string
  readonly isStrong?: boolean
}

function Row({ label, plans, write, isStrong }: RowProps) {
  return (
    <tr>
      <th scope="row" className={`${head} text-muted`}>
        {label}
      </th>
      {plans.map((plan) => (
        <td
          key={plan.id}
          className={`border-line border-t tabular-nums ${cell} ${isStrong ? "font-semibold sm:text-base" : ""}`}
        >
          {write(plan)}
        </td>
      ))}
    </tr>
  )
}
