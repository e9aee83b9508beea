import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { cancellationConfirmed, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { getSubscription } from "./get-subscription.ts"
import { keyOfCancellation } from "./key-of-cancellation.ts"

/** Says in writing what was given up and when it ends, at once: whoever cancelled has it in hand. */
export async function mailCancellation(
  ctx: Context,
  fact: { readonly subscriptionId: string; readonly accountId: string; readonly lastDay: string | null },
  eventId: string,
): Promise<void> {
  const subscription = await getSubscription(ctx, { kind: "all" }, fact.subscriptionId)
  const account = await getAccount(ctx, fact.accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: cancellationConfirmed,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: keyOfCancellation(subscription) ?? `cancellation:${eventId}`,
    data: {
      name: account.personName,
      words: subscription.words[account.language],
      lastDay: fact.lastDay,
      url: linkTo(settings, account.language, `/portal/subscriptions/${fact.subscriptionId}`),
    },
  })
}
