import { and, eq } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"
import { exports } from "./tables.ts"

const exportInput = z.object({ exportId: z.string() })
export type ExportInput = z.infer<typeof exportInput>
const erasureInput = z.object({ erasureId: z.string() })
export type ErasureInput = z.infer<typeof erasureInput>

/** What starting each work needs; the bodies need keys, files and the holders, and are made where those are. */
export const buildExportHead: Omit<WorkKind<ExportInput>, "run"> = {
  name: "privacy.build-export",
  input: exportInput,
  say: { en: "Create a data copy", ko: "개인정보 사본 작성" },
  subjects: ({ exportId }) => [exportId],
  onStuck: async (ctx: Context, { exportId }) => {
    await ctx.db
      .update(exports)
      .set({ state: "failed" })
      .where(and(eq(exports.id, exportId), eq(exports.state, "asked")))
  },
}

export const removeExportHead: Omit<WorkKind<ExportInput>, "run"> = {
  name: "privacy.remove-export",
  input: exportInput,
  say: { en: "Delete an expired data copy", ko: "보관 기간이 지난 사본 삭제" },
  subjects: ({ exportId }) => [exportId],
}

export const erasePersonHead: Omit<WorkKind<ErasureInput>, "run"> = {
  name: "privacy.erase-person",
  input: erasureInput,
  say: { en: "Erase a person", ko: "회원 개인정보 파기" },
  subjects: ({ erasureId }) => [erasureId],
}

export function startable<Input extends StepOutput>(head: Omit<WorkKind<Input>, "run">): WorkKind<Input> {
  return defineWork({
    ...head,
    run: () => Promise.reject(new Error(`${head.name} was started from its head; its body is not wired.`)),
  })
}
