import { z } from "zod"
import { defineWork } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"

/** Asks the gateway what became of an attempt and writes it down. Safe to repeat, and repeated freely. */
export const settleAttemptWork = defineWork({
  name: "payments.settle-attempt",
  input: z.object({ attemptId: z.string() }),
  say: { en: "Ask what became of a payment", ko: "결제 결과 확인" },
  subjects: ({ attemptId }) => [attemptId],
  run: async (work, { attemptId }) => {
    await work.call("ask-gateway", (call) => askGateway(call, attemptId))
  },
})
