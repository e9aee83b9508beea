import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { revenueContract } from "./contract.ts"
import { listMonths } from "./list-months.ts"

export const revenueRouter = serve(revenueContract, {
  months: answer(permit("revenue.months.read"), async (ctx, input) => ({
    items: await listMonths(ctx, within(ctx.actor), input),
  })),
})
