import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { findStayOffer } from "./find-stay-offer.ts"
import { getStayPolicy } from "./get-stay-policy.ts"
import { saveStayPolicy } from "./save-stay-policy.ts"
import type { stayContract } from "./stay-contract.ts"
import { sumStayAnswers } from "./sum-stay-answers.ts"
import { takeStayOffer } from "./take-stay-offer.ts"

export function answerStayOffers(): Answers<typeof stayContract> {
  return {
    get: answer(permit("orders.stay-offers.take"), async (ctx, { id }) => ({
      offer: (await findStayOffer(ctx, within(ctx.actor), id)) ?? null,
    })),
    take: answer(permit("orders.stay-offers.take"), (ctx, wish) => takeStayOffer(ctx, wish)),
    figures: answer(permit("orders.plan-change-policy.read"), (ctx) => sumStayAnswers(ctx)),
    policy: {
      get: answer(permit("orders.plan-change-policy.read"), (ctx) => getStayPolicy(ctx)),
      save: answer(permit("orders.plan-change-policy.write"), (ctx, wish) => saveStayPolicy(ctx, wish)),
    },
  }
}
