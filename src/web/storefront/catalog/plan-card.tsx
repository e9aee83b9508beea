import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { type Choice, choiceQuery, type Plan, type Product, priceFor } from "./offer.ts"
import { words } from "./words.ts"

export interface PlanCardProps {
  readonly product: Product
  readonly plan: Plan
  readonly choice: Choice
}

export function PlanCard({ product, plan, choice }: PlanCardProps) {
  const language = useLanguage()
  return (
    <article className="border-line rounded-box bg-surface flex h-full flex-col gap-4 border p-5">
      <h3 className="text-lg font-semibold">{plan.name[language]}</h3>
      <PlanPrice {...{ plan, choice }} />
      <Resources plan={plan} />
      <div className="mt-auto">
        <ChoosePlan {...{ product, plan, choice }} />
      </div>
    </article>
  )
}

export function ChoosePlan({ product, plan, choice }: PlanCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  if (plan.soldOut) return <Badge tone="neutral">{say("soldOut")}</Badge>
  if (!priceFor(plan, choice.cycle)) return <span className="text-muted text-sm">{say("notThisTerm")}</span>
  return (
    <ButtonLink to={`/products/${product.slug}/${plan.slug}${choiceQuery(choice)}`}>
      {say("choosePlan", { plan: plan.name[language] })}
    </ButtonLink>
  )
}

function PlanPrice({ plan, choice }: { plan: Plan; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const price = priceFor(plan, choice.cycle)
  if (!price) return <p className="text-muted text-sm">{say("notThisTerm")}</p>
  return (
    <div>
      <p>
        <span className="text-2xl font-semibold">{formatAmount(price.amount, language)}</span>{" "}
        <span className="text-muted text-sm">{say("perCycle", { cycle: price.cycle })}</span>
      </p>
      <p className="text-muted text-sm">
        {price.setupFee.minor === "0"
          ? say("noSetupFee")
          : say("setupFee", { price: formatAmount(price.setupFee, language) })}
      </p>
    </div>
  )
}

function Resources({ plan: { resources } }: { plan: Plan }) {
  const say = useWords(words)
  return (
    <ul className="space-y-1 text-sm">
      <li>{say("cores", { count: resources.cpuCores })}</li>
      <li>{say("memory", { gigabytes: resources.memoryMb / 1_024 })}</li>
      <li>{say("storage", { gigabytes: resources.storageGb })}</li>
      <li>{say("traffic", { terabytes: resources.trafficGb / 1_000 })}</li>
      <li>{say("address", { count: resources.ipv4 })}</li>
    </ul>
  )
}
