import type { Choice, Product } from "./offer.ts"
import { PlanCard } from "./plan-card.tsx"

const columns = ["", "", "sm:grid-cols-2", "sm:grid-cols-2 lg:grid-cols-3"] as const

/** As many beside each other as there are: one alone takes the whole width. */
export function PlanGrid({ product, choice }: { product: Product; choice: Choice }) {
  const { plans } = product
  return (
    <ul className={`grid gap-5 ${columns[plans.length] ?? "sm:grid-cols-2 lg:grid-cols-4"}`}>
      {plans.map((plan) => (
        <li key={plan.id}>
          <PlanCard {...{ product, plan, choice }} isAlone={plans.length === 1} />
        </li>
      ))}
    </ul>
  )
}
