import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import type { WatchParts, WorkTitles } from "#operations"
import type { BulkActs } from "./bulk-act.ts"
import { confirmBulkRun } from "./confirm-bulk-run.ts"
import { deskContract } from "./contract.ts"
import { dropBulkRun } from "./drop-bulk-run.ts"
import { getBulkRun } from "./get-bulk-run.ts"
import { listBulkActs } from "./list-bulk-acts.ts"
import { listBulkItems } from "./list-bulk-items.ts"
import { listBulkRuns } from "./list-bulk-runs.ts"
import { listViews } from "./list-views.ts"
import { prepareBulkRun } from "./prepare-bulk-run.ts"
import { removeView } from "./remove-view.ts"
import { retryBulkRun } from "./retry-bulk-run.ts"
import { saveView } from "./save-view.ts"
import { startBulkRun } from "./start-bulk-run.ts"
import { watchBulkRun } from "./watch-bulk-run.ts"

export interface DeskDoors extends WatchParts {
  readonly acts: BulkActs
  readonly titles: WorkTitles
}

export function createDeskRouter(doors: DeskDoors) {
  const { acts, titles } = doors
  return serve(deskContract, {
    views: {
      list: answer(permit("desk.views.manage"), async (ctx, { list }) => ({
        items: await listViews(ctx, within(ctx.actor), list),
      })),
      save: answer(permit("desk.views.manage"), (ctx, input) => saveView(ctx, input)),
      remove: answer(permit("desk.views.manage"), (ctx, { id }) => removeView(ctx, id)),
    },
    bulkRuns: {
      list: answer(permit("desk.bulk-runs.read"), (ctx, page) =>
        listBulkRuns(ctx, within(ctx.actor), { ...page, acts }),
      ),
      get: answer(permit("desk.bulk-runs.read"), (ctx, { id }) =>
        getBulkRun(ctx, within(ctx.actor), { acts, titles }, id),
      ),
      progress: answerLive(permit("desk.bulk-runs.read"), (scope, { id }, { signal }) =>
        watchBulkRun(doors, scope, id, signal),
      ),
      items: answer(permit("desk.bulk-runs.read"), (ctx, filter) =>
        listBulkItems(ctx, within(ctx.actor), titles, filter),
      ),
      acts: answer(permit("desk.bulk-runs.write"), async (ctx, { list }) => ({
        items: listBulkActs(ctx, acts, list),
      })),
      prepare: answer(permit("desk.bulk-runs.write"), (ctx, input) => prepareBulkRun(ctx, doors, input)),
      confirm: answer(permit("desk.bulk-runs.write"), (ctx, input) => confirmBulkRun(ctx, doors, input)),
      drop: answer(permit("desk.bulk-runs.write"), (ctx, { id }) => dropBulkRun(ctx, id)),
      retry: answer(permit("desk.bulk-runs.write"), (ctx, { id }) => retryBulkRun(ctx, doors, id)),
      start: answer(permit("desk.bulk-runs.write"), (ctx, input) => startBulkRun(ctx, doors, input)),
    },
  })
}
