import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { priceChangeStopped, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { PriceItem } from "./price-item.ts"

/** What was told does not happen. */
export async function mailStop(
  ctx: Context,
  told: { readonly changeId: string; readonly accountId: string; readonly items: readonly PriceItem[] },
): Promise<void> {
  const account = await getAccount(ctx, told.accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: priceChangeStopped,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `price-change-stopped:${told.changeId}:${told.items[0]?.id}`,
    data: {
      name: account.personName,
      entries: told.items.map((item) => ({
        words: item.words[account.language],
        price: toWire(money(item.beforeMinor, item.currency)),
      })),
      url: linkTo(settings, account.language, "/portal/subscriptions"),
    },
  })
}
