import type { Money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import type { PlanOption } from "./option.ts"
import type { Image, Location, Resources } from "./tables.ts"
import type { PlanTrial } from "./trial.ts"

export interface PriceOfPlan {
  readonly unit: Money
  readonly setupFee: Money
}

export interface SellablePlan extends PriceOfPlan {
  readonly planId: string
  readonly versionId: string
  readonly priceId: string
  readonly productId: string
  readonly productType: "vps"
  readonly planName: Say
  readonly resources: Resources
  readonly packageId: number
  readonly needsApproval: boolean
  readonly locations: readonly Location[]
  readonly images: readonly Image[]
  readonly options: readonly PlanOption[]
  /** How it can be tried before the first payment; null: it can't. */
  readonly trial: PlanTrial | null
  readonly cycle: (typeof cycles)[number]
  /** How many there are left to sell; null: as many as are wanted. */
  readonly left: number | null
  /** What a month of it costs, where another term is asked for and it is sold by the month as well. */
  readonly month: Money | null
  /** What it cost when it was seen, if somebody asked with that. */
  readonly seen: PriceOfPlan | null
}

/** What is no longer offered stays for who ordered it. */
export function isOffered(choice: Pick<Location | Image, "isOffered">): boolean {
  return choice.isOffered !== false
}

export function getLocation(plan: Pick<SellablePlan, "locations">, locationId: string): Location {
  const found = plan.locations.find((location) => location.id === locationId)
  return found ?? catalogRefusals.refuse("catalog.location_missing", { locationId }, { field: "locationId" })
}

export function getImage(plan: Pick<SellablePlan, "images">, imageId: string): Image {
  const found = plan.images.find((image) => image.id === imageId)
  return found ?? catalogRefusals.refuse("catalog.image_missing", { imageId }, { field: "imageId" })
}
