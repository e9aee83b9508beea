import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { termsContract } from "./contract.ts"
import { describeTerms } from "./describe-terms.ts"
import { endTerms } from "./end-terms.ts"
import { setTerms } from "./set-terms.ts"

export const termsRouter = serve(termsContract, {
  accounts: {
    get: answer(permit("terms.accounts.read"), (ctx, { id }) => describeTerms(ctx, within(ctx.actor), id)),
    set: answer(permit("terms.accounts.write"), async (ctx, wish) => {
      await setTerms(ctx, wish)
      return describeTerms(ctx, within(ctx.actor), wish.id)
    }),
    end: answer(permit("terms.accounts.write"), async (ctx, wish) => {
      await endTerms(ctx, wish)
      return describeTerms(ctx, within(ctx.actor), wish.id)
    }),
  },
})
