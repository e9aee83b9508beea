import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { sendMessage, taxExemptionsEnd } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { ExemptionNotice } from "./plan-exemption-notices.ts"
import { namePlace } from "./say-tax.ts"

/** What ended and what ends, what it means and what to send, in one mail a day. */
export async function mailExemptions(
  ctx: Context,
  {
    accountId,
    notices,
    today,
  }: {
    readonly accountId: string
    readonly notices: readonly ExemptionNotice[]
    readonly today: Temporal.PlainDate
  },
): Promise<void> {
  const account = await getAccount(ctx, accountId)
  // A duplicate: what its certificates took away is nobody's tax any more.
  if (account.mergedIntoId) return
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: taxExemptionsEnd,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `tax-exemptions:${accountId}:${today}`,
    data: {
      name: account.personName,
      entries: notices.map(({ exemption, isOver }) => ({
        number: exemption.number,
        place: namePlace(exemption, account.language),
        lastDay: exemption.until,
        chargedFrom: Temporal.PlainDate.from(exemption.until).add({ days: 1 }).toString(),
        isOver,
      })),
      url: linkTo(settings, account.language, "/portal/profile"),
    },
  })
}
