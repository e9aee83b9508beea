import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import type { LoyaltyStep } from "./loyalty.ts"
import type { loyaltyContract } from "./loyalty-contract.ts"
import { saveLoyaltyPolicy } from "./save-loyalty-policy.ts"

export function answerLoyalty(): Answers<typeof loyaltyContract> {
  return {
    get: answer(permit("billing.loyalty.read"), async (ctx) => describe(await getLoyaltyPolicy(ctx))),
    save: answer(permit("billing.loyalty.write"), async (ctx, { steps }) =>
      describe(await saveLoyaltyPolicy(ctx, steps)),
    ),
  }
}

function describe(steps: readonly LoyaltyStep[]) {
  return { steps: [...steps] }
}
