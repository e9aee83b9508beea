import type { Mutant } from "./mutant.ts"
import { mutantsAtTheDoor } from "./mutants-at-the-door.ts"
import { mutantsAtWork } from "./mutants-at-work.ts"
import { mutantsForMoney } from "./mutants-for-money.ts"
import { mutantsOfPapers } from "./mutants-of-papers.ts"

export const mutants: readonly Mutant[] = [
  ...mutantsForMoney,
  ...mutantsOfPapers,
  ...mutantsAtWork,
  ...mutantsAtTheDoor,
]
