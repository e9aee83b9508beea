import { z } from "zod"
import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { inChunks } from "#kit/work/in-chunks.ts"
import { closeCorrection } from "./close-correction.ts"
import { correctAccounts } from "./correct-accounts.ts"
import { listWrongLines } from "./list-wrong-lines.ts"
import { listWrongTerms } from "./list-wrong-terms.ts"
import { tellCorrected } from "./tell-corrected.ts"

const input = z.object({ correctionId: z.string() })

/**
 * First everything is written down by name, then put right account by account, then told. Each chunk commits: a kill
 * repeats no more than one, and a second run of the command finds what is done and leaves it.
 */
export const correctPricesWork: WorkKind<z.infer<typeof input>> = defineWork({
  name: "repricing.correct",
  input,
  say: { en: "Correct a wrong price", ko: "잘못된 요금 정정" },
  subjects: ({ correctionId }) => [correctionId],
  run: async (work, { correctionId }) => {
    await inChunks(work, "list agreements", (ctx, after) => listWrongTerms(ctx, correctionId, after))
    await inChunks(work, "list invoices", (ctx, after) => listWrongLines(ctx, correctionId, after))
    await inChunks(work, "correct", (ctx, after) => correctAccounts(ctx, correctionId, after))
    await inChunks(work, "tell", (ctx, after) => tellCorrected(ctx, correctionId, after))
    await work.record("close", (ctx) => closeCorrection(ctx, correctionId), { isLast: true })
  },
})
