import type { BulkAct, BulkActs } from "#desk"
import { moveOperation } from "#operations"

const acts: readonly BulkAct[] = [
  {
    name: "operations.retry",
    say: { en: "Retry operations", ko: "작업 다시 시도" },
    permission: "operations.write",
    needsReason: false,
    run: async (ctx, id) => {
      await moveOperation(ctx, id, { act: "retry" })
    },
  },
  {
    name: "operations.close",
    say: { en: "Close operations", ko: "작업 종료 처리" },
    permission: "operations.write",
    needsReason: true,
    run: async (ctx, id, reason) => {
      await moveOperation(ctx, id, { act: "close", reason })
    },
  },
]

/** What can be done with many at once: each is what its page does with one, asked for by the same permission. */
export const bulkActs: BulkActs = new Map(acts.map((act) => [act.name, act]))
