import { z } from "zod"
import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { inChunks } from "#kit/work/in-chunks.ts"
import { closeChange } from "./close-change.ts"
import { listItemsOf } from "./list-items-of.ts"
import { moveItems } from "./move-items.ts"
import { takeBackItems } from "./take-back-items.ts"
import { tellItems } from "./tell-items.ts"

const input = z.object({ changeId: z.string(), day: z.string() })

/**
 * A change's work of one day, in chunks that each commit: a kill repeats no more than one. Everything looks at what is
 * written down, so a day that was missed is caught up with, and one that is played twice does nothing the second time.
 */
export const carryOutWork: WorkKind<z.infer<typeof input>> = defineWork({
  name: "repricing.carry-out",
  input,
  say: { en: "Apply a price change", ko: "기존 고객 요금 변경 적용" },
  subjects: ({ changeId }) => [changeId],
  run: async (work, { changeId }) => {
    await inChunks(work, "list", (ctx, after) => listItemsOf(ctx, changeId, after))
    await inChunks(work, "tell", (ctx, after) => tellItems(ctx, changeId, after))
    await inChunks(work, "move", (ctx, after) => moveItems(ctx, changeId, after))
    await inChunks(work, "take back", (ctx, after) => takeBackItems(ctx, changeId, after))
    await work.record("close", (ctx) => closeChange(ctx, changeId), { isLast: true })
  },
})
