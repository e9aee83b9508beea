import { defineCatchUp } from "#kit/work/catch-up.ts"
import { getSettings } from "#tenancy"
import { chargeLateFee } from "./charge-late-fee.ts"
import { getLateFeePolicy } from "./get-late-fee-policy.ts"
import { listLate } from "./list-late.ts"

/** Late fees that a day's run had to leave out. */
export const feesCatchUp = defineCatchUp({
  name: "fees.catch-up",
  say: {
    en: "Charge the late fee that the daily run had to skip; all others are done",
    ko: "일일 처리에서 제외된 연체료 다시 청구(나머지는 정상 처리됨)",
  },
  one: {
    charge: (work, id) =>
      work.record(`charge ${id}`, async (ctx) => {
        const policy = await getLateFeePolicy(ctx)
        if (policy.kind === "none") return
        const day = { policy, today: ctx.clock.today((await getSettings(ctx)).timeZone) }
        const [invoice] = await listLate(ctx, day, { after: "", limit: 1, id })
        if (invoice) await chargeLateFee(ctx, invoice, day)
      }),
  },
})
