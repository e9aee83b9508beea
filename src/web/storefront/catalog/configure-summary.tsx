import type { ReactNode } from "react"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { SubmitButton } from "../../ui/form.tsx"
import { useRoot } from "../../use-root.ts"
import type { Product } from "./offer.ts"
import { words as optionWords } from "./option.words.ts"
import { inWords, type PriceBoard, showExtra, showMinor, waysOf } from "./price-board.ts"
import type { Setup } from "./setup.ts"
import { sumSetup } from "./setup-sum.ts"
import { words } from "./words.ts"

export interface ConfigureSummaryProps {
  readonly product: Product
  readonly setup: Setup
  readonly board: PriceBoard
}

/** Stays in sight: at the side of a desk, at the foot of a phone. */
export function ConfigureSummary({ product, setup, board }: ConfigureSummaryProps) {
  const say = useWords(words)
  const language = useLanguage()
  const shop = useRoot()?.shop
  const size = board.plans[setup.plan.id]
  const sum = size && sumSetup(size, setup.cycle, setup.chosen)
  const term = size?.terms[setup.cycle]
  const show = (minor: bigint) => showMinor(minor, board.currency, language)
  const tax = shop
    ? say(shop.taxIncluded ? "taxWithin" : "taxOnTop", {
        label: shop.tax.label[language],
        percent: shop.tax.percent,
      })
    : ""
  return (
    <section
      aria-label={say("summary")}
      className="shop-foot border-line bg-surface shadow-large sticky bottom-0 -mx-4 space-y-5 border-t px-4 py-4 sm:mx-0 sm:rounded-2xl sm:border sm:p-6 lg:top-24 lg:bottom-auto lg:shadow-small"
    >
      <div className="hidden space-y-5 lg:block">
        <h2 className="font-semibold">{say("summary")}</h2>
        <dl className="divide-line border-line divide-y border-y text-sm">
          <Line label={product.name[language]}>
            <span data-out="plan">{size?.words.plan}</span>
          </Line>
          <Line label={say("rowCpu")}>
            <span data-out="cpu">{size?.words.cpu}</span>
          </Line>
          <Line label={say("rowMemory")}>
            <span data-out="memory">{size?.words.memory}</span>
          </Line>
          <Line label={say("rowStorage")}>
            <span data-out="storage">{size?.words.storage}</span>
          </Line>
          <Line label={say("rowTraffic")}>
            <span data-out="traffic">{size?.words.traffic}</span>
          </Line>
          <Line label={say("rowPrice")}>
            <span data-out="each">{sum ? inWords(board, setup.cycle, show(sum.minor)) : "–"}</span>
          </Line>
          <ChosenLines {...{ product, setup, board }} />
          <div data-line="setup" hidden={!sum?.setup} className="flex justify-between gap-4 py-2.5">
            <dt className="text-muted">{say("setupLine")}</dt>
            <dd className="font-medium tabular-nums">
              <span data-out="setup">{sum?.setup ? show(sum.setup) : ""}</span>
            </dd>
          </div>
        </dl>
      </div>
      <div className="flex items-end justify-between gap-4 lg:block lg:space-y-5">
        <div className="min-w-0">
          <p className="text-muted text-sm">{say("total")}</p>
          <output className="shop-price block text-2xl font-bold lg:text-4xl" data-out="total">
            {sum ? show(sum.minor + sum.setup) : "–"}
          </output>
          <p className="text-muted text-xs">
            <span data-out="term">{term?.term}</span>
            {`, ${tax}`}
          </p>
          <p className="text-muted hidden text-xs lg:block" data-out="later">
            {sum ? term?.later.replace("{price}", show(sum.minor)) : ""}
          </p>
        </div>
        <SubmitButton size="large" className="shrink-0 lg:w-full">
          {say("addToCart")}
        </SubmitButton>
      </div>
    </section>
  )
}

/** What was chosen, each for itself; the script shows and hides the lines of all that could be. */
function ChosenLines({ product, setup, board }: ConfigureSummaryProps) {
  const sayOption = useWords(optionWords)
  const language = useLanguage()
  const offer = board.plans[setup.plan.id]
  const parts = (offer && sumSetup(offer, setup.cycle, setup.chosen)?.parts) ?? []
  const ways = waysOf(board, { cycle: setup.cycle, language, once: sayOption("once") })
  const names = new Map(
    product.plans.flatMap(({ options }) => options.map(({ id, name }) => [id, name] as const)),
  )
  return [...names].map(([id, name]) => {
    const part = parts.find((one) => one.id === id)
    const words = part ? showExtra(part, ways) : ""
    return (
      <div key={id} data-chosen={id} hidden={words === ""} className="flex justify-between gap-4 py-2.5">
        <dt className="text-muted">{name[language]}</dt>
        <dd className="text-end font-medium tabular-nums">{words}</dd>
      </div>
    )
  })
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-2.5">
      <dt className="text-muted">{label}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  )
}
