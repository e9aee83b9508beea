import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatAmount, formatNumber } from "../../i18n/format.ts"
import type { Language } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { sameForVisitors } from "../../visitor-pages.ts"
import { ChoiceSwitch } from "./choice-switch.tsx"
import { type Choice, cyclesOf, type Plan, type Product, priceFor, readChoice } from "./offer.ts"
import { ChoosePlan } from "./plan-card.tsx"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop }) => {
    const choice = readChoice(args.request, shop)
    const slug = args.params["product"] ?? ""
    return { product: await api.catalog.products.get({ slug, currency: choice.currency }), choice }
  })
}

export default function ProductPage() {
  const language = useLanguage()
  const { product, choice } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-6 px-4 py-10">
      <PageHeader title={product.name[language]}>{product.description[language]}</PageHeader>
      <ChoiceSwitch choice={choice} cycles={cyclesOf(product.plans)} />
      <Comparison {...{ product, choice }} />
      <TaxNote />
    </main>
  )
}

type WordKey = keyof (typeof words)["en"]

/** Rows of the comparison, as data: what is compared and how it is written. */
const rows: readonly { key: WordKey; cell: (plan: Plan, language: Language) => string }[] = [
  { key: "rowCpu", cell: (plan, language) => formatNumber(plan.resources.cpuCores, language) },
  {
    key: "rowMemory",
    cell: (plan, language) => `${formatNumber(plan.resources.memoryMb / 1_024, language)} GB`,
  },
  { key: "rowStorage", cell: (plan, language) => `${formatNumber(plan.resources.storageGb, language)} GB` },
  {
    key: "rowTraffic",
    cell: (plan, language) => `${formatNumber(plan.resources.trafficGb / 1_000, language)} TB`,
  },
  { key: "rowAddress", cell: (plan, language) => formatNumber(plan.resources.ipv4, language) },
]

function Comparison({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const price = (plan: Plan, part: "amount" | "setupFee") => {
    const found = priceFor(plan, choice.cycle)
    return found ? formatAmount(found[part], language) : "–"
  }
  return (
    // Reachable by keyboard: on a phone the table scrolls sideways.
    <section
      className="border-line rounded-box overflow-x-auto border"
      aria-label={say("compare")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
      tabIndex={0}
    >
      <table className="w-full min-w-max border-collapse text-sm">
        <caption className="sr-only">{say("compare")}</caption>
        <thead className="bg-raised">
          <tr>
            <th scope="col" className="px-4 py-3 text-start font-medium">
              {say("plan")}
            </th>
            {product.plans.map((plan) => (
              <th key={plan.id} scope="col" className="px-4 py-3 text-start text-base font-semibold">
                {plan.name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key}
              label={say(row.key)}
              plans={product.plans}
              cell={(plan) => row.cell(plan, language)}
            />
          ))}
          <Row
            label={`${say("rowPrice")} (${say(choice.cycle)})`}
            plans={product.plans}
            cell={(plan) => price(plan, "amount")}
          />
          <Row label={say("rowSetup")} plans={product.plans} cell={(plan) => price(plan, "setupFee")} />
          <tr className="border-line border-t">
            <th scope="row" className="text-muted px-4 py-3 text-start font-normal">
              {say("choose")}
            </th>
            {product.plans.map((plan) => (
              <td key={plan.id} className="px-4 py-3">
                <ChoosePlan {...{ product, plan, choice }} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Row({
  label,
  plans,
  cell,
}: {
  label: string
  plans: readonly Plan[]
  cell: (plan: Plan) => string
}) {
  return (
    <tr className="border-line border-t">
      <th scope="row" className="text-muted px-4 py-3 text-start font-normal">
        {label}
      </th>
      {plans.map((plan) => (
        <td key={plan.id} className="px-4 py-3 tabular-nums">
          {cell(plan)}
        </td>
      ))}
    </tr>
  )
}

export { PageError as ErrorBoundary, sameForVisitors as headers }
