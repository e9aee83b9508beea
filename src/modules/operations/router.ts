import type { NameThings } from "#audit"
import type { Context } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { getOperation, listOperations, type OperationDetail } from "#kit/work/queries.ts"
import { operationsContract } from "./contract.ts"
import { describeOperation, describeOperationDetail, type WorkTitles } from "./describe-operation.ts"
import { moveOperation, type OperationMove } from "./move-operation.ts"
import { type WatchParts, watchProgress } from "./watch-progress.ts"

export interface OperationsDoors extends WatchParts {
  readonly titles: WorkTitles
  /** Lent by a later module: operations know nothing of services and mails. */
  readonly nameThings: NameThings
}

export function createOperationsRouter(doors: OperationsDoors) {
  const { titles, nameThings } = doors
  const describe = async (ctx: Context, found: OperationDetail) => {
    const names = await nameThings(ctx, found.subjects)
    return describeOperationDetail(found, { language: ctx.language, titles, names })
  }
  const move = async (ctx: Context, id: string, wanted: OperationMove) =>
    describe(ctx, await moveOperation(ctx, id, wanted))
  return serve(operationsContract, {
    list: answer(permit("operations.read"), async (ctx, { state, ...filter }) => {
      const page = await listOperations(ctx, { ...filter, ...(state ? { states: state } : {}) })
      return {
        ...page,
        items: page.items.map((one) => describeOperation(one, { language: ctx.language, titles })),
      }
    }),
    get: answer(permit("operations.read"), async (ctx, { id }) => describe(ctx, await getOperation(ctx, id))),
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
