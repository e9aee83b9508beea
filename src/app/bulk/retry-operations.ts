import type { BulkAct } from "#desk"
import { moveOperation } from "#operations"

export const retryOperations: BulkAct = {
  name: "operations.retry",
  say: { en: "Retry operations", ko: "작업 다시 시도" },
  warns: {
    en: "Each of them tries the step it stands at again.",
    ko: "각 작업을 멈춘 단계부터 다시 시도합니다.",
  },
  permission: "operations.write",
  needsReason: false,
  run: async (ctx, id) => {
    await moveOperation(ctx, id, { act: "retry" })
  },
}
