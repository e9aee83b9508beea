import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { analyticsContract } from "./contract.ts"
import { getOverview } from "./get-overview.ts"
import { getRecurringHistory } from "./get-recurring-history.ts"
import { getSales } from "./get-sales.ts"
import { getSubscriptionFigures } from "./get-subscription-figures.ts"

export const analyticsRouter = serve(analyticsContract, {
  sales: {
    get: answer(permit("analytics.subscriptions.read"), (ctx, input) =>
      getSales(ctx, within(ctx.actor), input),
    ),
  },
  subscriptions: {
    get: answer(permit("analytics.subscriptions.read"), (ctx, input) =>
      getSubscriptionFigures(ctx, within(ctx.actor), input),
    ),
    history: answer(permit("analytics.subscriptions.read"), (ctx, input) =>
      getRecurringHistory(ctx, within(ctx.actor), input),
    ),
  },
  overview: {
    get: answer(permit("analytics.overview.read"), (ctx, input) =>
      getOverview(ctx, within(ctx.actor), input),
    ),
  },
})
