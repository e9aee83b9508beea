import type { PricePart } from "#billing"
import type { ChosenOption, SellablePlan } from "#catalog"
import type { Money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"

/** What a service is to become: another plan with what goes along, or the plan it has with other choices. */
export interface WishedPlan
  extends Pick<
    SellablePlan,
    "planId" | "priceId" | "planName" | "resources" | "packageId" | "unit" | "left"
  > {
  /** Of a plan that was agreed on before versions were kept: none. */
  readonly versionId: string | null
  /** Unit and sizes count in what is chosen. */
  readonly parts: readonly PricePart[]
  readonly kept: readonly ChosenOption[]
  /** What costs something now and is no longer there. */
  readonly lost: readonly Say[]
  /** Paid once, for all pieces, with the change. */
  readonly setup: Money
  /** Whether it is another thing at all. */
  readonly isOther: boolean
}
