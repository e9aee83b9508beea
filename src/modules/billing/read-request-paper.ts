import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings, linkTo } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { findPaperLogo } from "./find-paper-logo.ts"
import { planRequestContent } from "./plan-request-content.ts"
import { getPaymentRequest } from "./queries.ts"
import { readPayable } from "./read-payable.ts"

/** An open request as it stands now, ready to be printed. What is paid or invoiced has a paper of its own. */
export async function readRequestPaper(ctx: Context, reach: Reach, id: string) {
  const found = await getPaymentRequest(ctx, reach, id)
  if (found.state !== "open") billingRefusals.refuse("billing.request_not_open", { id })
  const { request } = await readPayable(ctx, found)
  const settings = await getSettings(ctx)
  const account = await getAccount(ctx, request.accountId)
  const payUrl = linkTo(settings, account.language, `/portal/requests/${id}`)
  const content = JSON.stringify(planRequestContent({ request, settings, account, payUrl }))
  return { paper: { number: request.number, content }, logo: await findPaperLogo(ctx, { content }) }
}
