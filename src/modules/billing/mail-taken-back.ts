import type { z } from "zod"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { purchaseTakenBackMail, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { purchaseTakenBack } from "./events.ts"
import { getSubscription } from "./get-subscription.ts"
import { lastDayOf } from "./period.ts"

/** Says in writing at once what goes back, and until when what it was for can still be had. */
export async function mailTakenBack(
  ctx: Context,
  fact: z.infer<typeof purchaseTakenBack.data>,
  eventId: string,
): Promise<void> {
  const { amount, effect, hold, subject } = fact
  if (!amount) return
  const { words, periodEnd } = await getSubscription(ctx, { kind: "all" }, fact.subscriptionId)
  const account = await getAccount(ctx, fact.accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: purchaseTakenBackMail,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `taken-back:${eventId}`,
    data: {
      name: account.personName,
      words: words[account.language],
      amount,
      lastDay: effect === "end_moves_back" && periodEnd ? lastDayOf(periodEnd).toString() : null,
      deletedOn: hold?.releaseOn ?? null,
      url: linkTo(
        settings,
        account.language,
        subject === fact.subscriptionId ? `/portal/subscriptions/${subject}` : `/portal/services/${subject}`,
      ),
    },
  })
}
