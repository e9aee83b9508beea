import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { pauseConfirmed, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { getSubscription } from "./get-subscription.ts"
import { lastDayOf } from "./period.ts"

/** Says in writing what stands still and when it goes on, whoever asked for it. */
export async function mailPause(
  ctx: Context,
  fact: {
    readonly subscriptionId: string
    readonly accountId: string
    readonly from: string
    readonly until: string
  },
  eventId: string,
): Promise<void> {
  const subscription = await getSubscription(ctx, { kind: "all" }, fact.subscriptionId)
  const account = await getAccount(ctx, fact.accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: pauseConfirmed,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `pause:${eventId}`,
    data: {
      name: account.personName,
      words: subscription.words[account.language],
      lastDay: lastDayOf(Temporal.PlainDate.from(fact.from)).toString(),
      until: fact.until,
      url: linkTo(settings, account.language, `/portal/subscriptions/${fact.subscriptionId}`),
    },
  })
}
