import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { changeCredit } from "./change-credit.ts"
import { chooseAccount } from "./choose-account.ts"
import { creditContract } from "./contract.ts"
import { getPolicy } from "./get-policy.ts"
import { getStanding } from "./get-standing.ts"
import { listCreditEntries } from "./queries.ts"
import { saveLimit } from "./save-limit.ts"
import { savePolicy } from "./save-policy.ts"

export const creditRouter = serve(creditContract, {
  standing: answer(permit("credit.entries.read"), (ctx, { accountId }) =>
    getStanding(ctx, within(ctx.actor), chooseAccount(ctx, accountId)),
  ),
  entries: answer(permit("credit.entries.read"), (ctx, { accountId, ...page }) =>
    listCreditEntries(ctx, within(ctx.actor), { accountId: chooseAccount(ctx, accountId), ...page }),
  ),
  change: answer(permit("credit.entries.write"), (ctx, input) => changeCredit(ctx, input)),
  policy: {
    get: answer(permit("credit.policy.read"), (ctx) => getPolicy(ctx, within(ctx.actor))),
    save: answer(permit("credit.policy.write"), (ctx, input) => savePolicy(ctx, input)),
    limit: answer(permit("credit.policy.write"), (ctx, input) => saveLimit(ctx, input)),
  },
})
