import type { Language } from "#kit/refusal.ts"
import { cycleLength } from "./period.ts"
import type { DayShare } from "./price-cycles.ts"
import type { Cycle } from "./subscription.ts"

/** "1 month", "24 months", "3개월": how long so many cycles are. */
export function sayCycles(cycle: Cycle, cycles: number, language: Language): string {
  const { days = 0, months = 0, years = 0 } = cycleLength(cycle)
  const inMonths = (months + 12 * years) * cycles
  if (inMonths === 0) return language === "ko" ? `${days * cycles}일` : plural(days * cycles, "day")
  return language === "ko" ? `${inMonths}개월` : plural(inMonths, "month")
}

/** A turn that is cut short by the billing day says its days, with whatever whole ones come with it: "14 days + 2 months". */
export function sayTurns(
  cycle: Cycle,
  { cycles, share }: { readonly cycles: number; readonly share: DayShare | null },
  language: Language,
): string {
  if (!share) return sayCycles(cycle, cycles, language)
  const short = language === "ko" ? `${share.days}일` : plural(share.days, "day")
  return cycles === 1 ? short : `${short} + ${sayCycles(cycle, cycles - 1, language)}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}
