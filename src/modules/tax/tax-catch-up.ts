import { defineCatchUp } from "#kit/work/catch-up.ts"
import { getSettings } from "#tenancy"
import { tellExemptionsOf } from "./tell-exemptions-of.ts"

/** Customers whom a day's run could not tell of their certificates. */
export const taxCatchUp = defineCatchUp({
  name: "tax.catch-up",
  say: {
    en: "Notify a customer of an expiring tax certificate, skipped by the daily run; all others were notified",
    ko: "일일 처리에서 제외된 면세 증명서 만료 안내 다시 발송(나머지는 정상 처리됨)",
  },
  one: {
    tell: (work, id) =>
      work.record(`tell ${id}`, async (ctx) =>
        tellExemptionsOf(ctx, [id], ctx.clock.today((await getSettings(ctx)).timeZone)),
      ),
  },
})
