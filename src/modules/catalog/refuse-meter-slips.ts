import { parseDecimal } from "#kit/fraction.ts"
import { catalogRefusals } from "./errors.ts"
import { areTiersRising, type PlanMeter } from "./meter.ts"

/** What can't be billed as it is written, said at its field. */
export function refuseMeterSlips(meters: readonly PlanMeter[]): void {
  for (const [index, meter] of meters.entries()) {
    const at = (field: string) => ({ field: `meters/${index}/${field}` })
    const { id, model, packageSize, tiers } = meter
    if (meters.findIndex((one) => one.id === id) !== index) {
      catalogRefusals.refuse("catalog.meter_taken", { id }, at("id"))
    }
    const isPackage = model === "package"
    const hasSize = packageSize !== null && parseDecimal(packageSize).numerator > 0n
    if (isPackage !== hasSize) catalogRefusals.refuse("catalog.meter_package", { id }, at("packageSize"))
    const isTiered = model === "graduated" || model === "volume"
    if ((!isTiered && tiers.length > 1) || !areTiersRising(tiers)) {
      catalogRefusals.refuse("catalog.meter_tiers", { id }, at("tiers"))
    }
    const [first, ...others] = tiers.map(({ prices }) => Object.keys(prices).toSorted().join(" "))
    if (!first || others.some((currencies) => currencies !== first)) {
      catalogRefusals.refuse("catalog.meter_prices", { id }, at("tiers"))
    }
  }
}
