import type { Currency } from "#kit/money.ts"
import type { PageServices } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"

export type Cart = Awaited<ReturnType<PageServices["api"]["orders"]["carts"]["get"]>>

/** The visitor's cart; undefined when the cookie names one that is gone. */
export async function findCart(services: PageServices, token: string | undefined): Promise<Cart | undefined> {
  if (!token) return undefined
  try {
    return await services.api.orders.carts.get({ token })
  } catch (error) {
    if (isApiProblem(error) && error.status === 404) return undefined
    throw error
  }
}

export interface CartWish {
  readonly token: string | undefined
  readonly currency: Currency
  readonly key: string
}

/** A cart has one currency and becomes one order: otherwise the next item starts a new one. */
export async function openCart(services: PageServices, wish: CartWish): Promise<Cart> {
  const cart = await findCart(services, wish.token)
  if (cart && cart.orderId === null && cart.currency === wish.currency) return cart
  return services.withKey(`${wish.key}:cart`).orders.carts.create({ currency: wish.currency })
}
