import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { actOnItem } from "./act-on-item.ts"
import type { BulkActs } from "./bulk-act.ts"
import { bulkRunHead } from "./work-heads.ts"

export function deskWork(acts: BulkActs): WorkKind[] {
  return [
    defineWork({
      ...bulkRunHead,
      run: async (work, { runId }) => {
        // A step for each thing: after a crash what was written down isn't done again.
        for (let at: number | null = 0; at !== null; ) {
          const position: number = at
          at = await work.record(`thing ${position + 1}`, (ctx) => actOnItem(ctx, acts, { runId, position }))
        }
      },
    }),
  ] as WorkKind[]
}
