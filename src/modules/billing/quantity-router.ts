import { within } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { changeQuantity } from "./change-quantity.ts"
import { previewQuantity } from "./preview-quantity.ts"
import type { quantityContract } from "./quantity-contract.ts"
import { takeBackQuantity } from "./take-back-quantity.ts"

export function answerQuantity(): Answers<typeof quantityContract> {
  return {
    preview: answer(permit("billing.subscriptions.read"), (ctx, look) =>
      previewQuantity(ctx, within(ctx.actor), look),
    ),
    change: answer(permit("billing.subscriptions.extend"), (ctx, { expected, ...wish }) =>
      changeQuantity(ctx, { ...wish, expected: { ...expected, amount: fromWire(expected.amount) } }),
    ),
    takeBack: answer(permit("billing.subscriptions.extend"), async (ctx, { id }) => {
      await takeBackQuantity(ctx, id)
      return previewQuantity(ctx, within(ctx.actor), { id })
    }),
  }
}
