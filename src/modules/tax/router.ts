import { type Context, within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerAfter, serve } from "#kit/serve/serve.ts"
import { addExemption } from "./add-exemption.ts"
import { addRate } from "./add-rate.ts"
import { addRegistration } from "./add-registration.ts"
import { checkAccountNumbers } from "./check-account-numbers.ts"
import { taxContract } from "./contract.ts"
import { countVatAsking, type VatLimits } from "./count-vat-question.ts"
import { describeChecks } from "./describe-checks.ts"
import { endExemption } from "./end-exemption.ts"
import { endRegistration } from "./end-registration.ts"
import { getTaxSettings } from "./get-tax-settings.ts"
import { listEndingExemptions } from "./list-ending-exemptions.ts"
import { listExemptions } from "./list-exemptions.ts"
import { listLostNumbers } from "./list-lost-numbers.ts"
import { listPlaceProofs } from "./list-place-proofs.ts"
import { saveProductClass } from "./save-product-class.ts"
import { saveTaxPolicy } from "./save-tax-policy.ts"
import { settlePlace } from "./settle-place.ts"

const read = permit("tax.settings.read")
const write = permit("tax.settings.write")

export function createTaxRouter(limits: VatLimits) {
  return serve(taxContract, {
    settings: {
      get: answer(read, (ctx) => getTaxSettings(ctx, within(ctx.actor))),
      savePolicy: answer(write, (ctx, wish) => after(ctx, saveTaxPolicy(ctx, wish))),
    },
    registrations: {
      add: answer(write, (ctx, wish) => after(ctx, addRegistration(ctx, wish))),
      end: answer(write, (ctx, wish) => after(ctx, endRegistration(ctx, within(ctx.actor), wish))),
    },
    rates: { add: answer(write, (ctx, wish) => after(ctx, addRate(ctx, wish))) },
    vatNumbers: {
      listLost: answer(permit("tax.vat-numbers.read"), (ctx) => listLostNumbers(ctx, within(ctx.actor))),
      list: answer(permit("tax.vat-numbers.read"), (ctx, { id }) =>
        describeChecks(ctx, within(ctx.actor), id),
      ),
      check: answerAfter(
        permit("tax.vat-numbers.write"),
        async (scope) => countVatAsking(limits, scope),
        async (ctx, { id }) => {
          await checkAccountNumbers(ctx, within(ctx.actor), id)
          return describeChecks(ctx, within(ctx.actor), id)
        },
      ),
    },
    exemptions: {
      list: answer(permit("tax.exemptions.read"), (ctx, { id }) =>
        listExemptions(ctx, within(ctx.actor), id),
      ),
      listEnding: answer(permit("tax.exemptions.read"), (ctx) =>
        listEndingExemptions(ctx, within(ctx.actor)),
      ),
      add: answer(permit("tax.exemptions.write"), async (ctx, wish) => {
        await addExemption(ctx, within(ctx.actor), wish)
        return listExemptions(ctx, within(ctx.actor), wish.id)
      }),
      end: answer(permit("tax.exemptions.write"), async (ctx, wish) => {
        const accountId = await endExemption(ctx, within(ctx.actor), wish)
        return listExemptions(ctx, within(ctx.actor), accountId)
      }),
    },
    placeProofs: {
      list: answer(permit("tax.place-proofs.read"), (ctx, wish) =>
        listPlaceProofs(ctx, within(ctx.actor), wish),
      ),
      settle: answer(permit("tax.place-proofs.write"), (ctx, wish) =>
        settlePlace(ctx, within(ctx.actor), wish),
      ),
    },
    products: {
      save: answer(write, (ctx, wish) => after(ctx, saveProductClass(ctx, within(ctx.actor), wish))),
    },
  })
}

/** Whoever changed a part sees the whole. */
async function after(ctx: Context, done: Promise<void>) {
  await done
  return getTaxSettings(ctx, within(ctx.actor))
}
