import type { z } from "zod"
import { defaultOf, describeOption, type SentOptions } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import type { ownOptionsShape } from "./change-of-plan-contract.ts"
import { chooseAnew } from "./choose-anew.ts"
import { describeWish } from "./describe-wish.ts"
import { chosenIn } from "./item-parts.ts"
import { type ChangeLook, loadChangeView } from "./load-change-view.ts"
import { loadOwnPlan } from "./load-own-plan.ts"

/** What can be chosen with the plan that a service has, and what another choice would cost on that day. */
export async function listOwnOptions(
  ctx: Context,
  reach: Reach,
  { sent, ...wanted }: ChangeLook & { readonly sent: SentOptions },
): Promise<z.infer<typeof ownOptionsShape>> {
  const { facts, look, view } = await loadChangeView(ctx, reach, wanted)
  const { subscription } = facts
  const own = await loadOwnPlan(ctx, facts)
  const held = new Map(chosenIn(subscription.parts).map((one) => [one.id, one]))
  const open = own.options.filter(({ id }) => held.get(id)?.unitMinor !== "0")
  return {
    ...view,
    choices: open.map((option) => describeOption(option, subscription.unit.currency)),
    held: Object.fromEntries(
      open.map((option) => [option.id, held.get(option.id)?.value ?? defaultOf(option)]),
    ),
    wish: describeWish(facts, chooseAnew(subscription, own, sent), look),
  }
}
