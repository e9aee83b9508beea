import { z } from "zod"
import { defineWork, type WorkKind } from "#kit/work/define.ts"

const input = z.object({ runId: z.string() })

export const bulkRunHead: Omit<WorkKind<z.infer<typeof input>>, "run"> = {
  name: "desk.run-bulk",
  input,
  say: { en: "Bulk run", ko: "일괄 작업" },
  subjects: ({ runId }) => [runId],
}

export const startableBulkRun = defineWork({
  ...bulkRunHead,
  run: () =>
    Promise.reject(new Error(`${bulkRunHead.name} was started from its head; its body is not wired.`)),
})
