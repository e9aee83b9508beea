import type { Context } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { getOperation, listOperations, type OperationDetail } from "#kit/work/queries.ts"
import { operationsContract } from "./contract.ts"
import {
  describeOperation,
  describeOperationDetail,
  type OperationReader,
  type WorkTitles,
} from "./describe-operation.ts"
import { moveOperation, type OperationMove } from "./move-operation.ts"
import { type WatchParts, watchProgress } from "./watch-progress.ts"

export interface OperationsDoors extends WatchParts {
  readonly titles: WorkTitles
  /** Lent by a later module: operations know nothing of services and mails. */
  readonly nameAbout: (
    ctx: Context,
    ids: readonly string[],
  ) => Promise<Pick<OperationReader, "names" | "owners">>
}

export function createOperationsRouter(doors: OperationsDoors) {
  const { titles, nameAbout } = doors
  const readerOf = async (ctx: Context, ids: readonly string[]) => ({
    language: ctx.language,
    titles,
    ...(await nameAbout(ctx, ids)),
  })
  const describe = async (ctx: Context, found: OperationDetail) =>
    describeOperationDetail(found, await readerOf(ctx, found.subjects))
  const move = async (ctx: Context, id: string, wanted: OperationMove) =>
    describe(ctx, await moveOperation(ctx, id, wanted))
  return serve(operationsContract, {
    kinds: answer(permit("operations.read"), async (ctx) => ({
      items: [...titles].map(([name, title]) => ({ name, title: title[ctx.language] })),
    })),
    list: answer(permit("operations.read"), async (ctx, { state, ...filter }) => {
      const page = await listOperations(ctx, { ...filter, ...(state ? { states: state } : {}) })
      const reader = await readerOf(
        ctx,
        page.items.flatMap((one) => one.subjects),
      )
      return { ...page, items: page.items.map((one) => describeOperation(one, reader)) }
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
