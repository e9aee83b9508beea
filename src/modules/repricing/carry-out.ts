import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { defineWork, type Work, type WorkKind } from "#kit/work/define.ts"
import { closeChange } from "./close-change.ts"
import { listItemsOf } from "./list-items-of.ts"
import { moveItems } from "./move-items.ts"
import { takeBackItems } from "./take-back-items.ts"
import { tellItems } from "./tell-items.ts"

const input = z.object({ changeId: z.string(), day: z.string() })

/** A million agreements in chunks; what is above comes with the next day's. */
const MOST_CHUNKS = 25_000

/**
 * A change's work of one day, in chunks that each commit: a kill repeats no more than one. Everything looks at what is
 * written down, so a day that was missed is caught up with, and one that is played twice does nothing the second time.
 */
export const carryOutWork: WorkKind<z.infer<typeof input>> = defineWork({
  name: "repricing.carry-out",
  input,
  say: { en: "Move those who bought to another price", ko: "기존 고객 요금 변경 적용" },
  subjects: ({ changeId }) => [changeId],
  run: async (work, { changeId }) => {
    await inChunks(work, "list", (ctx, after) => listItemsOf(ctx, changeId, after))
    await inChunks(work, "tell", (ctx, after) => tellItems(ctx, changeId, after))
    await inChunks(work, "move", (ctx, after) => moveItems(ctx, changeId, after))
    await inChunks(work, "take back", (ctx, after) => takeBackItems(ctx, changeId, after))
    await work.record("close", (ctx) => closeChange(ctx, changeId), { isLast: true })
  },
})

async function inChunks(
  work: Work,
  name: string,
  body: (ctx: Context, after: string) => Promise<string | null>,
): Promise<void> {
  let after: string | null = ""
  for (let chunk = 1; after !== null && chunk <= MOST_CHUNKS; chunk++) {
    const from: string = after
    after = await work.record(`${name} ${chunk}`, (ctx) => body(ctx, from))
  }
}
