import type { Money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import type { Image, Location, Resources } from "./tables.ts"

export interface SellablePlan {
  readonly planId: string
  readonly priceId: string
  readonly productId: string
  readonly productType: "vps"
  readonly planName: Say
  readonly resources: Resources
  readonly packageId: number
  readonly needsApproval: boolean
  readonly locations: readonly Location[]
  readonly images: readonly Image[]
  readonly cycle: (typeof cycles)[number]
  readonly unit: Money
  readonly setupFee: Money
}

export function getLocation(plan: Pick<SellablePlan, "locations">, locationId: string): Location {
  const found = plan.locations.find((location) => location.id === locationId)
  return found ?? catalogRefusals.refuse("catalog.location_missing", { locationId }, { field: "locationId" })
}

export function getImage(plan: Pick<SellablePlan, "images">, imageId: string): Image {
  const found = plan.images.find((image) => image.id === imageId)
  return found ?? catalogRefusals.refuse("catalog.image_missing", { imageId }, { field: "imageId" })
}
