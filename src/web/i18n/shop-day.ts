import type { PageServices } from "../api-context.ts"
import { dayIn } from "./zone.ts"
import { zoneAround } from "./zone-around.ts"

/** Which day it is where the shop is: what forms begin with, and what the API counts from. */
export function shopDay({
  shop,
  now,
}: {
  readonly shop: Pick<PageServices["shop"], "timeZone">
  readonly now: string
}): string {
  return dayIn(zoneAround(shop.timeZone, now), now)
}
