import type { ApiClient } from "../../api-context.ts"
import { readWritten } from "./read-lines.ts"

type Values = Readonly<Record<string, string>>
type Line = Parameters<ApiClient["paperwork"]["quotes"]["create"]>[0]["lines"][number]
type Plan = NonNullable<Line["plan"]>

/** How many plans a form offers beside its free lines. */
export const PLAN_ROWS = 3

export function readQuote(values: Values) {
  const { currency, lines, ...rest } = readWritten(values)
  return {
    currency,
    ...rest,
    lines: [...readPlans(values), ...lines],
    validUntil: values["validUntil"] ?? "",
  }
}

function readPlans(values: Values): Line[] {
  return Array.from({ length: PLAN_ROWS }, (_, index) => `plans/${index}`).flatMap((name) => {
    const [planId = "", cycle = ""] = (values[`${name}/plan`] ?? "").split(":")
    if (planId === "") return []
    const plan = {
      planId,
      cycle: cycle as Plan["cycle"],
      locationId: values[`${name}/location`] ?? "",
      imageId: values[`${name}/image`] ?? "",
      hostname: values[`${name}/hostname`] ?? "",
    }
    return [{ quantity: Number(values[`${name}/quantity`] || "1"), plan }]
  })
}
