import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useRoot } from "../../use-root.ts"
import { CyclePrice } from "./cycle-price.tsx"
import { words } from "./home.words.ts"
import { type Choice, lowestPrice, type Product } from "./offer.ts"

export interface HeroProps {
  readonly products: readonly Product[]
  readonly choice: Choice
}

export function Hero({ products, choice }: HeroProps) {
  const say = useWords(words)
  return (
    <section className="shop-glow relative overflow-hidden">
      <div className="shop-grid absolute inset-0" aria-hidden="true" />
      <div className="relative mx-auto grid max-w-6xl items-center gap-x-16 gap-y-14 px-4 pt-16 pb-16 sm:px-6 sm:pt-24 sm:pb-24 lg:grid-cols-[1.1fr_minmax(0,0.9fr)]">
        <div className="space-y-8">
          <div className="space-y-5">
            <h1 className="shop-title text-[2.6rem] sm:text-6xl">{say("title")}</h1>
            <p className="shop-lead text-muted max-w-xl text-lg sm:text-xl">{say("lead")}</p>
          </div>
          <p className="flex flex-wrap gap-3">
            <ButtonLink to="#plans" size="large">
              {say("toPlans")}
            </ButtonLink>
            <ButtonLink to="/contact" size="large" look="secondary">
              {say("toContact")}
            </ButtonLink>
          </p>
          <Facts {...{ products, choice }} />
        </div>
        <BuildExample />
      </div>
    </section>
  )
}

/** Only what the catalogue says: places, systems and the lowest price, with its tax. */
function Facts({ products, choice }: HeroProps) {
  const say = useWords(words)
  const language = useLanguage()
  const shop = useRoot()?.shop
  const lowest = lowestPrice(
    products.flatMap((product) => product.plans),
    "monthly",
  )
  const places = [
    ...new Set(products.flatMap(({ locations }) => locations.map(({ name }) => name[language]))),
  ]
  const systems = [...new Set(products.flatMap(({ images }) => images.map(({ name }) => name)))]
  if (!shop || !lowest || lowest.amount.currency !== choice.currency) return null
  const tax = { label: shop.tax.label[language], percent: shop.tax.percent }
  const facts = [
    {
      label: say("from"),
      value: <CyclePrice amount={lowest.amount} cycle="monthly" className="" />,
      note: say(shop.taxIncluded ? "taxIncluded" : "taxExtra", tax),
    },
    { label: say("places"), value: String(places.length), note: places.slice(0, 3).join(", ") },
    { label: say("systems"), value: String(systems.length), note: systems.slice(0, 3).join(", ") },
  ]
  return (
    <dl className="border-line grid grid-cols-2 gap-x-8 gap-y-5 border-t pt-7 sm:grid-cols-3">
      {facts.map(({ label, value, note }) => (
        <div key={label} className="first:col-span-2 sm:first:col-span-1">
          <dt className="text-muted text-sm">{label}</dt>
          <dd>
            <span className="shop-price block text-2xl font-bold">{value}</span>
            <span className="text-muted text-xs">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const steps = ["stepPaid", "stepPlaced", "stepBuilt", "stepInstalled", "stepReady"] as const

/** What everybody sees after paying, drawn as an example: no figures, for those depend on the day. */
function BuildExample() {
  const say = useWords(words)
  return (
    <figure className="min-w-0">
      <div className="bg-surface text-ink border-line shadow-large rounded-2xl border">
        <div className="border-line flex items-center justify-between gap-3 border-b px-5 py-4">
          <p className="min-w-0 truncate font-mono text-sm">web1.example.com</p>
          <span className="shop-late bg-good-soft text-good inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-xs font-medium">
            <span className="size-1.5 rounded-full bg-current" aria-hidden="true" />
            {say("ready")}
          </span>
        </div>
        <ol className="shop-steps space-y-4 px-5 py-6">
          {steps.map((step) => (
            <li key={step} className="flex items-center gap-3 text-sm">
              <span className="bg-good-soft text-good flex size-6 shrink-0 items-center justify-center rounded-full">
                <Icon name="check" className="size-3.5" />
              </span>
              {say(step)}
            </li>
          ))}
        </ol>
        <div className="shop-late border-line bg-canvas rounded-b-2xl border-t px-5 py-4 font-mono text-sm">
          <span className="text-muted">$ </span>
          <code>ssh root@web1.example.com</code>
        </div>
      </div>
      <figcaption className="text-muted mt-3 text-center text-xs">{say("example")}</figcaption>
    </figure>
  )
}
