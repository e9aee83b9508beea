import { defineCatchUp } from "#kit/work/catch-up.ts"
import { getSettings } from "#tenancy"
import { closeDays } from "./close-days.ts"
import { postRevenue } from "./post-revenue.ts"

/** Invoices whose days a day's close had to leave out. */
export const revenueCatchUp = defineCatchUp({
  name: "revenue.catch-up",
  say: {
    en: "Recognize revenue of an invoice skipped by the daily close; all others are booked",
    ko: "일일 결산에서 제외된 청구서의 수익 다시 인식(나머지는 정상 처리됨)",
  },
  one: {
    close: (work, id) =>
      work.record(`close ${id}`, async (ctx) => {
        const today = ctx.clock.today((await getSettings(ctx)).timeZone)
        const moves = await closeDays(ctx, today, { kind: "of", invoiceIds: [id] })
        await postRevenue(ctx, today.subtract({ days: 1 }), moves)
      }),
  },
})
