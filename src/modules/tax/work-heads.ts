import { z } from "zod"
import { defineWork } from "#kit/work/define.ts"

/** What it takes to start it; how it is played stands in work.ts, for that needs the way outside. */
export const checkVatHead = defineWork({
  name: "tax.check-vat-number",
  input: z.object({ checkId: z.string() }),
  say: { en: "Check a VAT number (VIES)", ko: "VIES VAT 번호 확인" },
  subjects: ({ checkId }) => [checkId],
  run: () => Promise.reject(new Error("tax.check-vat-number is played by what taxWork returns.")),
})
