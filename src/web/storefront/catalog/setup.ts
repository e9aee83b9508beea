import { type Cycle, cycleOrder, cyclesOf, type Plan, type Price, type Product, priceFor } from "./offer.ts"

/** What is chosen at the moment, kept to what there is. */
export interface Setup {
  readonly plan: Plan
  readonly cycle: Cycle
  readonly price: Price | undefined
  readonly locationId: string
  readonly imageId: string
  readonly hostname: string
  /** Used before its first payment, where the plan lets one. */
  readonly wantsTrial: boolean
  /** As it was typed, by option of the plan; what isn't named stays as it comes with the plan. */
  readonly chosen: Readonly<Record<string, string>>
}

export function readSetup(
  product: Product,
  named: Plan,
  usual: Cycle,
  asked: Readonly<Record<string, string>>,
): Setup {
  const plan = product.plans.find(({ id, soldOut }) => id === asked["planId"] && !soldOut) ?? named
  const wanted = cycleOrder.find((cycle) => cycle === asked["cycle"]) ?? usual
  // A term that this plan isn't sold for gives way to the first one it is.
  const cycle = priceFor(plan, wanted) ? wanted : (cyclesOf([plan])[0] ?? wanted)
  const pick = (items: readonly { readonly id: string }[], id: string | undefined) =>
    (items.find((item) => item.id === id) ?? items[0])?.id ?? ""
  return {
    plan,
    cycle,
    price: priceFor(plan, cycle),
    locationId: pick(product.locations, asked["locationId"]),
    imageId: pick(product.images, asked["imageId"]),
    hostname: asked["hostname"] ?? "",
    wantsTrial: asked["wantsTrial"] === "yes",
    chosen: readChosen(plan.id, asked),
  }
}

/** Each plan's options have fields of their own: all plans stand in one form, and one of them is chosen. */
export function optionField(planId: string, optionId: string): string {
  return `chosen/${planId}/${optionId}`
}

/** What was chosen with a plan, out of a form or an address. */
export function readChosen(planId: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const start = optionField(planId, "")
  const own = Object.entries(values).filter(([name]) => name.startsWith(start))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(start.length), value]))
}
