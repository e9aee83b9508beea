import type { z } from "zod"
import { type BreachCheck, hashPassword, refuseBreached } from "#identity"
import { within } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerAfter, serve } from "#kit/serve/serve.ts"
import { countVatQuestion, type VatLimits } from "#tax"
import { addCartCoupon } from "./add-cart-coupon.ts"
import { addCartItem } from "./add-cart-item.ts"
import { approveOrder } from "./approve-order.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { checkout } from "./checkout.ts"
import { compareArms } from "./compare-arms.ts"
import { type checkoutInput, ordersContract } from "./contract.ts"
import { createCart } from "./create-cart.ts"
import { getChangePolicy } from "./get-change-policy.ts"
import { listChangeOptions } from "./list-change-options.ts"
import { listOwnOptions } from "./list-own-options.ts"
import { loadChange } from "./load-change.ts"
import { getOrder, listOrders } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { rejectOrder } from "./reject-order.ts"
import { removeCartCoupon } from "./remove-cart-coupon.ts"
import { removeCartItem } from "./remove-cart-item.ts"
import { requestPlanChange } from "./request-plan-change.ts"
import { saveCartBuyer } from "./save-cart-buyer.ts"
import { saveChangePolicy } from "./save-change-policy.ts"
import { answerStayOffers } from "./stay-router.ts"
import { takeBackPlanned } from "./take-back-planned.ts"
import { withdrawOrder } from "./withdraw-order.ts"

type CheckoutInput = z.output<typeof checkoutInput>

const byToken = permitEveryone("a cart belongs to whoever holds its unguessable token")

export function createOrdersRouter(means: VatLimits & { readonly breaches: BreachCheck }) {
  return serve(ordersContract, {
    planChanges: {
      preview: answer(permit("orders.plan-changes.read"), (ctx, { id, on }) =>
        listChangeOptions(ctx, within(ctx.actor), { serviceId: id, on }),
      ),
      request: answer(permit("orders.plan-changes.write"), async (ctx, { id, planId, when, expected }) => {
        const { outcome, amount } = expected
        const wanted = { when, expected: { outcome, amount: fromWire(amount) } }
        return describeChange(await requestPlanChange(ctx, { serviceId: id, wish: { planId }, ...wanted }))
      }),
      options: answer(permit("orders.plan-changes.read"), (ctx, { id, on, options }) =>
        listOwnOptions(ctx, within(ctx.actor), { serviceId: id, on, sent: options }),
      ),
      chooseOptions: answer(permit("orders.plan-changes.write"), async (ctx, input) => {
        const { id, options, when, expected } = input
        const wanted = { when, expected: { ...expected, amount: fromWire(expected.amount) } }
        return describeChange(await requestPlanChange(ctx, { serviceId: id, wish: { options }, ...wanted }))
      }),
      takeBack: answer(permit("orders.plan-changes.write"), async (ctx, { id }) => {
        await loadChange(ctx, within(ctx.actor), id)
        await takeBackPlanned(ctx, id, { kind: "all" })
        return listChangeOptions(ctx, within(ctx.actor), { serviceId: id })
      }),
      policy: {
        get: answer(permit("orders.plan-change-policy.read"), (ctx) => getChangePolicy(ctx)),
        save: answer(permit("orders.plan-change-policy.write"), (ctx, wish) => saveChangePolicy(ctx, wish)),
      },
    },
    stayOffers: answerStayOffers(),
    carts: {
      create: answer(permitEveryone("anyone may begin a cart"), (ctx, input) => createCart(ctx, input)),
      get: answer(byToken, (ctx, input) => readCart(ctx, input.token)),
      saveBuyer: answerAfter(
        byToken,
        (scope, buyer) => countVatQuestion(means, scope, buyer),
        (ctx, { token, ...buyer }) => saveCartBuyer(ctx, token, buyer),
      ),
      addItem: answer(byToken, (ctx, input) => addCartItem(ctx, input.token, input)),
      addCoupon: answer(byToken, (ctx, input) => addCartCoupon(ctx, input.token, input.code)),
      removeCoupon: answer(byToken, (ctx, input) => removeCartCoupon(ctx, input.token, input.code)),
      removeItem: answer(byToken, (ctx, input) => removeCartItem(ctx, input.token, input.itemId)),
    },
    couponArms: answer(permit("orders.coupon-results.read"), (ctx, { id }) => compareArms(ctx, id)),
    checkout: answerAfter(
      permitEveryone("visitors buy; the account is made on the way"),
      async (scope, { person, country, taxId }) => {
        if (!person) return undefined
        await countVatQuestion(means, scope, { country, taxId })
        await refuseBreached(means.breaches, person.password, "person/password")
        return hashPassword(person.password)
      },
      (ctx, input, passwordHash) => checkout(ctx, { ...input, person: buyerOf(input, passwordHash) }),
    ),
    list: answer(permit("orders.read"), (ctx, input) => listOrders(ctx, within(ctx.actor), input)),
    get: answer(permit("orders.read"), (ctx, input) => getOrder(ctx, within(ctx.actor), input.id)),
    approve: answer(permit("orders.decide"), (ctx, input) => approveOrder(ctx, input.id)),
    withdraw: answer(permit("orders.withdraw"), (ctx, input) => withdrawOrder(ctx, input.id)),
    reject: answer(permit("orders.decide"), (ctx, input) =>
      rejectOrder(ctx, { orderId: input.id, reason: input.reason }),
    ),
  })
}

function describeChange({ id, serviceId, agreed, state, paymentRequestId }: PlanChange) {
  return { id, serviceId, planId: agreed.planId, state, paymentRequestId }
}

function buyerOf({ person, acceptTerms }: CheckoutInput, passwordHash: string | undefined) {
  if (!person || passwordHash === undefined) return undefined
  return { ...person, passwordHash, consents: { ...person.consents, terms: acceptTerms } }
}
