import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { addPlan } from "./add-plan.ts"
import { changePlan } from "./change-plan.ts"
import { changeProduct } from "./change-product.ts"
import { createProduct } from "./create-product.ts"
import { dropPlanDraft } from "./drop-plan-draft.ts"
import { getRangePlan } from "./get-range-plan.ts"
import { getRangeProduct } from "./get-range-product.ts"
import { listRange } from "./list-range.ts"
import { publishPlanVersion } from "./publish-plan-version.ts"
import type { rangeContract } from "./range-contract.ts"
import { readPlanText } from "./read-plan-text.ts"
import { savePlanDraft } from "./save-plan-draft.ts"

const reads = permit("catalog.range.read")
const writes = permit("catalog.range.write")

export const rangeAnswers: Answers<typeof rangeContract> = {
  products: {
    list: answer(reads, async (ctx) => ({ items: await listRange(ctx, within(ctx.actor)) })),
    get: answer(reads, (ctx, { id }) => getRangeProduct(ctx, id)),
    create: answer(writes, async (ctx, input) => {
      const { productId } = await createProduct(ctx, input)
      return getRangeProduct(ctx, productId)
    }),
    save: answer(writes, async (ctx, input) => {
      await changeProduct(ctx, input)
      return getRangeProduct(ctx, input.id)
    }),
    addPlan: answer(writes, async (ctx, { id, slug, ...text }) => {
      const { planId } = await addPlan(ctx, { productId: id, slug, ...readPlanText(text) })
      return getRangePlan(ctx, planId)
    }),
  },
  plans: {
    get: answer(reads, (ctx, { id }) => getRangePlan(ctx, id)),
    save: answer(writes, async (ctx, input) => {
      await changePlan(ctx, input)
      return getRangePlan(ctx, input.id)
    }),
    saveDraft: answer(writes, async (ctx, { id, ...text }) => {
      await savePlanDraft(ctx, { planId: id, ...readPlanText(text) })
      return getRangePlan(ctx, id)
    }),
    dropDraft: answer(writes, async (ctx, { id }) => {
      await dropPlanDraft(ctx, id)
      return getRangePlan(ctx, id)
    }),
    publish: answer(permit("catalog.range.publish"), async (ctx, { id, note, acceptedPercent }) => {
      await publishPlanVersion(ctx, { planId: id, note, acceptedPercent })
      return getRangePlan(ctx, id)
    }),
  },
}
