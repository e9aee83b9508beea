import type { Mutant } from "./mutant.ts"
import { mutantsAtTheDoor } from "./mutants-at-the-door.ts"
import { mutantsAtWork } from "./mutants-at-work.ts"
import { mutantsForMoney } from "./mutants-for-money.ts"
import { mutantsOfLives } from "./mutants-of-lives.ts"
import { mutantsOfMoments } from "./mutants-of-moments.ts"
import { mutantsOfPapers } from "./mutants-of-papers.ts"
import { mutantsOfRenewals } from "./mutants-of-renewals.ts"

/** What a bookkeeper would suffer from. */
export const mutantsOfBilling: readonly Mutant[] = [
  ...mutantsForMoney,
  ...mutantsOfPapers,
  ...mutantsOfRenewals,
  ...mutantsOfMoments,
  ...mutantsOfLives,
]

export const mutants: readonly Mutant[] = [...mutantsOfBilling, ...mutantsAtWork, ...mutantsAtTheDoor]
