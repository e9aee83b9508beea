import { hashPassword } from "#identity"
import { within } from "#kit/context.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerAfter, serve } from "#kit/serve/serve.ts"
import { addCartItem } from "./add-cart-item.ts"
import { approveOrder } from "./approve-order.ts"
import { checkout } from "./checkout.ts"
import { ordersContract } from "./contract.ts"
import { createCart } from "./create-cart.ts"
import { getOrder, listOrders } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { rejectOrder } from "./reject-order.ts"
import { removeCartItem } from "./remove-cart-item.ts"
import { withdrawOrder } from "./withdraw-order.ts"

const byToken = permitEveryone("a cart belongs to whoever holds its unguessable token")

export const ordersRouter = serve(ordersContract, {
  carts: {
    create: answer(permitEveryone("anyone may begin a cart"), (ctx, input) => createCart(ctx, input)),
    get: answer(byToken, (ctx, input) => readCart(ctx, input.token)),
    addItem: answer(byToken, (ctx, input) => addCartItem(ctx, input.token, input)),
    removeItem: answer(byToken, (ctx, input) => removeCartItem(ctx, input.token, input.itemId)),
  },
  checkout: answerAfter(
    permitEveryone("visitors buy; the account is made on the way"),
    async (_scope, input) => (input.person ? hashPassword(input.person.password) : undefined),
    (ctx, input, passwordHash) =>
      checkout(ctx, {
        ...input,
        person: input.person && passwordHash ? { ...input.person, passwordHash } : undefined,
      }),
  ),
  list: answer(permit("orders.read"), (ctx, input) => listOrders(ctx, within(ctx.actor), input)),
  get: answer(permit("orders.read"), (ctx, input) => getOrder(ctx, within(ctx.actor), input.id)),
  approve: answer(permit("orders.decide"), (ctx, input) => approveOrder(ctx, input.id)),
  withdraw: answer(permit("orders.withdraw"), (ctx, input) => withdrawOrder(ctx, input.id)),
  reject: answer(permit("orders.decide"), (ctx, input) =>
    rejectOrder(ctx, { orderId: input.id, reason: input.reason }),
  ),
})
