import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { analyticsContract } from "./contract.ts"
import { getOverview } from "./get-overview.ts"

export const analyticsRouter = serve(analyticsContract, {
  overview: {
    get: answer(permit("analytics.overview.read"), (ctx, input) =>
      getOverview(ctx, within(ctx.actor), input),
    ),
  },
})
