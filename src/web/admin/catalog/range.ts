import type { Currency } from "#kit/money.ts"
import type { PageServices } from "../../api-context.ts"
import type { Tone } from "../../ui/banner.tsx"
import { cycles } from "../../ui/cycle.ts"
import { readAmount } from "../../ui/read-amount.ts"

type Range = PageServices["api"]["catalog"]["range"]
export type Product = Awaited<ReturnType<Range["products"]["get"]>>
export type Plan = Awaited<ReturnType<Range["plans"]["get"]>>
export type Version = Plan["versions"][number]
export type PlanText = Version["text"]
export type Changes = NonNullable<Version["changes"]>
export type Visibility = Product["state"]
type Values = Readonly<Record<string, string>>

export const visibilities = ["active", "hidden", "archived"] as const
export const resourceNames = ["cpuCores", "memoryMb", "storageGb", "trafficGb", "ipv4"] as const

export const visibilityTones: Readonly<Record<Visibility, Tone>> = {
  active: "good",
  hidden: "warn",
  archived: "neutral",
}

export function readVisibility(text: string | undefined): Visibility {
  return visibilities.find((one) => one === text) ?? "hidden"
}

/** What is no number goes as what it is, and the API says so at its field. */
export function readCount(text: string | undefined): number {
  return text?.trim() ? Number(text) : Number.NaN
}

export function readInBoth(values: Values, name: string) {
  return { en: values[`${name}/en`] ?? "", ko: values[`${name}/ko`] ?? "" }
}

/** The form of a plan's draft. Empty cells of the grid are prices that there aren't. */
export function readPlanForm(values: Values, currencies: readonly Currency[]) {
  const resources = resourceNames.map((name) => [name, readCount(values[`resources/${name}`])])
  return {
    name: readInBoth(values, "name"),
    resources: Object.fromEntries(resources) as PlanText["resources"],
    packageId: readCount(values["packageId"]),
    prices: readPrices(values, currencies),
    trial: readTrial(values),
  }
}

/** No days: it can't be tried. */
function readTrial(values: Values): PlanText["trial"] {
  if (!values["trial/days"]?.trim()) return null
  return {
    days: readCount(values["trial/days"]),
    asksMethod: values["trial/asksMethod"] === "yes",
    once: values["trial/once"] === "shop" ? "shop" : "product",
  }
}

/** A grid's cells by their names: "prices/KRW/monthly/amount". */
export function readPrices(
  values: Values,
  currencies: readonly Currency[],
  prefix = "prices",
): PlanText["prices"] {
  const prices: PlanText["prices"] = {}
  for (const currency of currencies) {
    for (const cycle of cycles) {
      const cell = `${prefix}/${currency}/${cycle}`
      const amount = values[`${cell}/amount`]?.trim() ?? ""
      const setupFee = values[`${cell}/setupFee`]?.trim() ?? ""
      if (amount === "" && setupFee === "") continue
      prices[currency] = {
        ...prices[currency],
        [cycle]: {
          amount: readMinor(amount, currency),
          setupFee: setupFee === "" ? "0" : readMinor(setupFee, currency),
        },
      }
    }
  }
  return prices
}

/** What can't be read as money goes as it was typed: the API refuses it at its cell. */
function readMinor(text: string, currency: Currency): string {
  return readAmount(text, currency)?.minor ?? (text || "?")
}

/** Rows of a list in a form: "locations/0/id". Those that were left empty are none. */
export function readRows(values: Values, list: string, parts: readonly string[]): Values[] {
  const indexes = [...new Set(Object.keys(values).flatMap((name) => indexOf(name, list)))].toSorted(
    (first, second) => first - second,
  )
  return indexes
    .map((index) =>
      Object.fromEntries(parts.map((part) => [part, values[`${list}/${index}/${part}`]?.trim() ?? ""])),
    )
    .filter((row) => parts.some((part) => part !== "isOffered" && row[part] !== ""))
}

function indexOf(name: string, list: string): number[] {
  const [first, index] = name.split("/")
  return first === list && index !== undefined ? [Number(index)] : []
}

/** The form of a product. */
export function readProductForm(values: Values) {
  const locations = readRows(values, "locations", ["id", "name/en", "name/ko", "groupId", "isOffered"])
  const images = readRows(values, "images", ["id", "name", "templateId", "isOffered"])
  return {
    name: readInBoth(values, "name"),
    description: readInBoth(values, "description"),
    needsApproval: values["needsApproval"] === "yes",
    position: readCount(values["position"] || "0"),
    locations: locations.map((row) => ({
      id: row["id"] ?? "",
      name: readInBoth(row, "name"),
      groupId: readCount(row["groupId"]),
      isOffered: row["isOffered"] === "yes",
    })),
    images: images.map((row) => ({
      id: row["id"] ?? "",
      name: row["name"] ?? "",
      templateId: readCount(row["templateId"]),
      isOffered: row["isOffered"] === "yes",
    })),
  }
}
