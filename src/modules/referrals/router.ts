import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { referralsContract } from "./contract.ts"
import { describePolicy } from "./describe-policy.ts"
import { getOwn } from "./get-own.ts"
import { getPolicy } from "./get-policy.ts"
import { listReferrals } from "./list-referrals.ts"
import { makeLink } from "./make-link.ts"
import { savePolicy } from "./save-policy.ts"
import { voidReferral } from "./void-referral.ts"

export const referralsRouter = serve(referralsContract, {
  policy: {
    get: answer(permit("referrals.policy.read"), async (ctx) => describePolicy(await getPolicy(ctx))),
    save: answer(permit("referrals.policy.write"), async (ctx, wish) =>
      describePolicy(await savePolicy(ctx, wish)),
    ),
  },
  own: {
    get: answer(permit("referrals.own.read"), (ctx, wish) => getOwn(ctx, wish)),
    makeLink: answer(permit("referrals.own.write"), (ctx, wish) => makeLink(ctx, wish)),
  },
  list: answer(permit("referrals.read"), (ctx, filter) => listReferrals(ctx, within(ctx.actor), filter)),
  void: answer(permit("referrals.write"), (ctx, wish) => voidReferral(ctx, within(ctx.actor), wish)),
})
