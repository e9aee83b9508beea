import { type Context, within } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { answerChange } from "./answer-change.ts"
import { repricingContract } from "./contract.ts"
import { type ChangeView, describeChanges } from "./describe-changes.ts"
import { type CorrectionView, describeCorrections } from "./describe-corrections.ts"
import { describeItem } from "./describe-item.ts"
import { repricingRefusals } from "./errors.ts"
import { getChange } from "./get-change.ts"
import { getCorrection } from "./get-correction.ts"
import { listChangeItems } from "./list-change-items.ts"
import { listChanges } from "./list-changes.ts"
import { listCorrectionItems } from "./list-correction-items.ts"
import { listCorrections } from "./list-corrections.ts"
import { listOwnChanges } from "./list-own-changes.ts"
import { listPending } from "./list-pending.ts"
import { previewCorrection } from "./preview-correction.ts"
import { lastDayBefore } from "./price-item.ts"
import { simulateChange } from "./simulate-change.ts"
import { startChange } from "./start-change.ts"
import { startCorrection } from "./start-correction.ts"
import { stopChange } from "./stop-change.ts"

export const repricingRouter = serve(repricingContract, {
  simulate: answer(permit("repricing.changes.read"), (ctx, wish) =>
    simulateChange(ctx, within(ctx.actor), wish),
  ),
  changes: {
    list: answer(permit("repricing.changes.read"), (ctx, page) => listChanges(ctx, within(ctx.actor), page)),
    get: answer(permit("repricing.changes.read"), (ctx, { id }) => show(ctx, id)),
    start: answer(permit("repricing.changes.write"), async (ctx, wish) => {
      const { changeId } = await startChange(ctx, wish)
      return show(ctx, changeId)
    }),
    items: answer(permit("repricing.changes.read"), async (ctx, filter) => {
      const reach = within(ctx.actor)
      await getChange(ctx, reach, filter.id)
      const page = await listChangeItems(ctx, reach, filter)
      return { items: page.items.map(describeItem), next: page.next }
    }),
    pending: answer(permit("repricing.changes.read"), async (ctx, { until, ...page }) => {
      const found = await listPending(ctx, within(ctx.actor), {
        ...page,
        until: Temporal.PlainDate.from(until),
      })
      const items = found.items.map((item) => ({
        ...describeItem(item),
        changeId: item.changeId,
        answerBy: lastDayBefore(item).toString(),
      }))
      return { items, next: found.next }
    }),
    stop: answer(permit("repricing.changes.write"), async (ctx, { id }) => {
      await stopChange(ctx, id)
      return show(ctx, id)
    }),
  },
  corrections: {
    preview: answer(permit("repricing.corrections.read"), (ctx, wish) =>
      previewCorrection(ctx, within(ctx.actor), wish),
    ),
    list: answer(permit("repricing.corrections.read"), (ctx, page) =>
      listCorrections(ctx, within(ctx.actor), page),
    ),
    get: answer(permit("repricing.corrections.read"), (ctx, { id }) => showCorrection(ctx, id)),
    start: answer(permit("repricing.corrections.write"), async (ctx, wish) => {
      const { correctionId } = await startCorrection(ctx, wish)
      return showCorrection(ctx, correctionId)
    }),
    items: answer(permit("repricing.corrections.read"), async (ctx, filter) => {
      await getCorrection(ctx, within(ctx.actor), filter.id)
      return listCorrectionItems(ctx, within(ctx.actor), filter)
    }),
  },
  own: {
    list: answer(permit("repricing.own.read"), async (ctx) => ({
      items: await listOwnChanges(ctx, within(ctx.actor)),
    })),
    answer: answer(permit("repricing.own.answer"), async (ctx, wish) => {
      await answerChange(ctx, { ...wish, expected: fromWire(wish.expected) })
      const [own] = await listOwnChanges(ctx, within(ctx.actor), { id: wish.id })
      return own ?? repricingRefusals.refuse("repricing.change_missing", { id: wish.id })
    }),
  },
})

async function show(ctx: Context, id: string): Promise<ChangeView> {
  const reach = within(ctx.actor)
  const change = await getChange(ctx, reach, id)
  const [view] = await describeChanges(ctx, reach, [change])
  return view ?? repricingRefusals.refuse("repricing.change_missing", { id })
}

async function showCorrection(ctx: Context, id: string): Promise<CorrectionView> {
  const reach = within(ctx.actor)
  const [view] = await describeCorrections(ctx, reach, [await getCorrection(ctx, reach, id)])
  return view ?? repricingRefusals.refuse("repricing.correction_missing", { id })
}
