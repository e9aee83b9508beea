import type { z } from "zod"
import type { exemptionShape } from "./contract.ts"
import type { Place } from "./tax-book.ts"

/** What takes a place's tax away from a buyer, as it holds on the day it is asked. */
export interface Exemption extends Place {
  readonly id: string
  readonly number: string
  readonly from: string
  readonly until: string
  readonly reference: string
}

/** So long before its end staff is told, to ask for a new one. */
export const ENDS_SOON_DAYS = 60

/** The one that takes away the tax of that place: of the region itself, or of its whole country. Pure. */
export function findExemption(
  exemptions: readonly Exemption[],
  { country, region }: Place,
): Exemption | undefined {
  return exemptions.find((one) => one.country === country && (one.region === "" || one.region === region))
}

export function exemptionState(
  { from, until }: Pick<Exemption, "from" | "until">,
  today: Temporal.PlainDate,
): z.infer<typeof exemptionShape>["state"] {
  const on = today.toString()
  if (until < on) return "over"
  if (from > on) return "coming"
  return until <= today.add({ days: ENDS_SOON_DAYS }).toString() ? "ends_soon" : "holds"
}
