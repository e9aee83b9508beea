import type { Context } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { getOperation, listOperations } from "#kit/work/queries.ts"
import { operationsContract } from "./contract.ts"
import { describeOperation, describeOperationDetail, type WorkTitles } from "./describe-operation.ts"
import { moveOperation, type OperationMove } from "./move-operation.ts"
import { type WatchParts, watchProgress } from "./watch-progress.ts"

export interface OperationsDoors extends WatchParts {
  readonly titles: WorkTitles
}

export function createOperationsRouter(doors: OperationsDoors) {
  const { titles } = doors
  const move = async (ctx: Context, id: string, wanted: OperationMove) =>
    describeOperationDetail(await moveOperation(ctx, id, wanted), { language: ctx.language, titles })
  return serve(operationsContract, {
    list: answer(permit("operations.read"), async (ctx, { state, ...filter }) => {
      const page = await listOperations(ctx, { ...filter, ...(state ? { states: state } : {}) })
      return {
        ...page,
        items: page.items.map((one) => describeOperation(one, { language: ctx.language, titles })),
      }
    }),
    get: answer(permit("operations.read"), async (ctx, { id }) =>
      describeOperationDetail(await getOperation(ctx, id), { language: ctx.language, titles }),
    ),
    progress: answerLive(permit("operations.read"), async (scope, { id }, { signal }) =>
      watchProgress(doors, scope, id, signal),
    ),
    retry: answer(permit("operations.write"), (ctx, { id }) => move(ctx, id, { act: "retry" })),
    resume: answer(permit("operations.write"), (ctx, { id, step }) => move(ctx, id, { act: "resume", step })),
    undo: answer(permit("operations.write"), (ctx, { id, reason }) => move(ctx, id, { act: "undo", reason })),
    close: answer(permit("operations.write"), (ctx, { id, reason }) =>
      move(ctx, id, { act: "close", reason }),
    ),
  })
}
