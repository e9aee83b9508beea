import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { askVies, type Vies } from "./ask-vies.ts"
import { loadVatQuestion } from "./load-vat-question.ts"
import { recordVatAnswer } from "./record-vat-answer.ts"
import { viesAnswer } from "./vat-check.ts"
import { checkVatHead } from "./work-heads.ts"

/** Every work of this module with its body, for whoever plays work. */
export function taxWork(vies: Vies): WorkKind[] {
  return [
    defineWork({
      ...checkVatHead,
      run: async (work, { checkId }) => {
        // Asking changes nothing outside, so a second question is harmless.
        const answer = await work.call("ask", async (call) => {
          const question = await call.read((ctx) => loadVatQuestion(ctx, checkId))
          return question ? askVies(vies, question, call.signal) : null
        })
        if (answer === null) return
        await work.record("note", (ctx) => recordVatAnswer(ctx, checkId, viesAnswer.parse(answer)), {
          isLast: true,
        })
      },
    }),
  ] as WorkKind[]
}
