import {
  CHANGE_RULE,
  type DocumentLineInput,
  nameParts,
  type SubscriptionChange,
  writeChange,
} from "#billing"
import type { ChosenOption } from "#catalog"
import { subtract } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { ChangeFacts } from "./load-change.ts"
import { SETUP_RULE, setupWords } from "./order-lines.ts"
import type { WishedPlan } from "./wished-plan.ts"

export interface AskedChange {
  readonly facts: ChangeFacts
  readonly plan: WishedPlan
  readonly change: SubscriptionChange
}

/** What is paid for a change: one line a period, and one for each thing that is newly chosen and paid once. */
export function changeLines(asked: AskedChange, language: Language): DocumentLineInput[] {
  const { plan, change } = asked
  const differences = change.parts.map((part) => differenceLine(asked, part, language))
  const setups = plan.kept.filter(({ setup }) => setup.minor > 0n)
  return [
    ...differences.filter(({ unit }) => unit.minor !== 0n),
    ...setups.map((one) => setupLine(asked, one, language)),
  ]
}

/** What the plan costs as it is to be for its days, less what is left of it so far. */
function differenceLine(
  { facts, plan }: AskedChange,
  { period, newCharged, plan: share }: SubscriptionChange["parts"][number],
  language: Language,
): DocumentLineInput {
  const { service, today } = facts
  const start = Temporal.PlainDate.compare(period.start, today) > 0 ? period.start : today
  const { daysLeft, totalDays } = share
  const what = plan.planId === service.planId ? "options" : "plan"
  return {
    ...baseOf({ facts, plan }),
    words: `${plan.planName[language]} · ${service.hostname}${nameParts(plan.parts, language)} (${changeWords[what][language]})`,
    periodStart: start,
    periodEnd: period.end,
    quantity: 1n,
    unit: subtract(share.due, share.unused),
    rule: CHANGE_RULE,
    facts: writeChange({ oldCharged: period.charged, newCharged, daysLeft, totalDays }),
  }
}

function setupLine({ facts, plan }: AskedChange, one: ChosenOption, language: Language): DocumentLineInput {
  const { service, subscription } = facts
  return {
    ...baseOf({ facts, plan }),
    words: `${plan.planName[language]} · ${service.hostname} (${one.words[language]}, ${setupWords[language]})`,
    quantity: BigInt(subscription.quantity),
    unit: one.setup,
    rule: SETUP_RULE,
  }
}

function baseOf({ facts, plan }: Pick<AskedChange, "facts" | "plan">) {
  const { planId, priceId } = plan
  return { subscriptionId: facts.subscription.id, planId, priceId, cycle: null }
}

const changeWords = {
  plan: { en: "change of plan", ko: "플랜 변경 차액" },
  options: { en: "change of options", ko: "옵션 변경 차액" },
} as const
