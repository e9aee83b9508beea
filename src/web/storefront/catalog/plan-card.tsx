import { lazy } from "react"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { CyclePrice } from "./cycle-price.tsx"
import { type Choice, choiceQuery, type Plan, type Product, priceFor, savingOf } from "./offer.ts"
import { SavingWords } from "./saving-words.tsx"
import { sizeOf } from "./size-of.ts"
import { words } from "./words.ts"

/** Few plans charge by use. No boundary: the server waits for it. */
const MeterLines = lazy(() =>
  import("../../ui/meter-lines.tsx").then((module) => ({ default: module.MeterLines })),
)

export interface PlanCardProps {
  readonly product: Product
  readonly plan: Plan
  readonly choice: Choice
}

export function PlanCard({ product, plan, choice, isAlone }: PlanCardProps & { isAlone?: boolean }) {
  const language = useLanguage()
  const shape = isAlone
    ? "grid gap-6 md:grid-cols-2 md:gap-x-16 md:gap-y-0 sm:p-8"
    : "flex h-full flex-col gap-6"
  return (
    <article className={`shop-lift border-line bg-surface shadow-small rounded-2xl border p-6 ${shape}`}>
      <div className="space-y-4">
        <h3 className="text-base font-semibold">{plan.name[language]}</h3>
        <PlanPrice {...{ plan, choice }} />
        <TrialLine plan={plan} />
        <FewLeft plan={plan} />
      </div>
      <div className={isAlone ? "md:row-span-2" : ""}>
        <Resources plan={plan} />
        {plan.meters.length > 0 ? <MeterLines meters={plan.meters} currency={choice.currency} /> : null}
      </div>
      <div className={isAlone ? "md:self-end" : "mt-auto pt-1"}>
        <ChoosePlan {...{ product, plan, choice }} isWide />
      </div>
    </article>
  )
}

export function ChoosePlan({ product, plan, choice, isWide }: PlanCardProps & { isWide?: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  if (plan.soldOut) return <Badge tone="neutral">{say("soldOut")}</Badge>
  if (!priceFor(plan, choice.cycle)) return <span className="text-muted text-sm">{say("notThisTerm")}</span>
  return (
    <ButtonLink
      to={`/products/${product.slug}/${plan.slug}${choiceQuery(choice)}`}
      size={isWide ? "large" : "medium"}
      className={isWide ? "w-full" : ""}
    >
      {say("choosePlan", { plan: plan.name[language] })}
    </ButtonLink>
  )
}

function TrialLine({ plan: { trial } }: { plan: Plan }) {
  const say = useWords(words)
  if (!trial) return null
  return (
    <p className="text-good text-sm font-medium">
      {say(trial.asksMethod ? "trialWithMethod" : "trialWithout", { days: trial.days })}
    </p>
  )
}

/** Below this a number says something; above it the shop only has to know for itself. */
const FEW = 5

function FewLeft({ plan: { left } }: { plan: Plan }) {
  const say = useWords(words)
  if (left === null || left === 0 || left > FEW) return null
  return <p className="text-warn text-sm font-medium">{say("onlyLeft", { count: left })}</p>
}

function PlanPrice({ plan, choice }: { plan: Plan; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const price = priceFor(plan, choice.cycle)
  const saving = savingOf(plan, choice.cycle)
  if (!price) return <p className="text-muted text-sm">{say("notThisTerm")}</p>
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <CyclePrice amount={price.amount} cycle={choice.cycle} className="shop-price text-3xl font-bold" />
      </p>
      <p className="text-muted flex flex-wrap gap-x-2 text-sm">
        <span>
          {price.setupFee.minor === "0"
            ? say("noSetupFee")
            : say("setupFee", { price: formatAmount(price.setupFee, language) })}
        </span>
        {saving ? <SavingWords saving={saving} currency={price.amount.currency} /> : null}
      </p>
    </div>
  )
}

function Resources({ plan: { resources } }: { plan: Plan }) {
  const say = useWords(words)
  const rows = [
    { label: say("rowCpu"), value: say("cores", { count: resources.cpuCores }) },
    { label: say("rowMemory"), value: say("gigabytes", { count: resources.memoryMb / 1_024 }) },
    { label: say("rowStorage"), value: say(...sizeOf(resources.storageGb)) },
    { label: say("rowTraffic"), value: say(...sizeOf(resources.trafficGb)) },
    { label: say("rowAddress"), value: say("pieces", { count: resources.ipv4 }) },
  ]
  return (
    <dl className="divide-line border-line divide-y border-y text-sm">
      {rows.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 py-2.5">
          <dt className="text-muted">{label}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
