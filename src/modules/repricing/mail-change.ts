import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { priceChangeMail, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { PriceChange } from "./get-change.ts"
import { lastDayBefore, type PriceItem } from "./price-item.ts"

/** Both prices, from when, what there is to do and what happens otherwise: one mail for all that a customer is told at once. */
export async function mailChange(
  ctx: Context,
  {
    change,
    accountId,
    items,
  }: { readonly change: PriceChange; readonly accountId: string; readonly items: readonly PriceItem[] },
): Promise<void> {
  const account = await getAccount(ctx, accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: priceChangeMail,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    // A day's list differs from another day's: the first one names it.
    key: `price-change:${change.id}:${items[0]?.id}`,
    data: {
      name: account.personName,
      entries: items.map((item) => ({
        words: item.words[account.language],
        before: toWire(money(item.beforeMinor, item.currency)),
        after: toWire(money(item.afterMinor, item.currency)),
        firstOn: item.firstOn.toString(),
        answerBy: lastDayBefore(item).toString(),
        need: item.need,
      })),
      mustAgree: items.some(({ need }) => need === "consent"),
      endsOtherwise: change.withoutConsent === "end",
      url: linkTo(settings, account.language, "/portal/price-changes"),
    },
  })
}
