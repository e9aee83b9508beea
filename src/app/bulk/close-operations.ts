import type { BulkAct } from "#desk"
import { moveOperation } from "#operations"

export const closeOperations: BulkAct = {
  name: "operations.close",
  say: { en: "Close operations", ko: "작업 종료 처리" },
  warns: {
    en: "Each of them ends where it stands, and nothing it was to do is done any more.",
    ko: "각 작업을 현재 단계에서 종료합니다. 남은 단계는 실행되지 않습니다.",
  },
  permission: "operations.write",
  needsReason: true,
  isGrave: true,
  run: async (ctx, id, { reason }) => {
    await moveOperation(ctx, id, { act: "close", reason })
  },
}
