import { planDocument } from "#billing"
import { describeChosen } from "#catalog"
import type { Context } from "#kit/context.ts"
import { add, sum, times, toWire } from "#kit/money.ts"
import { type Language, sayRefusal } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import type { CartLine, CartView } from "./cart.ts"
import { planOrderLines } from "./order-lines.ts"
import { priceCart } from "./price-cart.ts"
import { getCart } from "./queries.ts"

export async function readCart(ctx: Context, token: string): Promise<CartView> {
  const cart = await getCart(ctx, { kind: "all" }, token)
  const settings = await getSettings(ctx)
  const { items, gone, coupons } = await priceCart(ctx, cart)
  const document = planDocument({
    currency: cart.currency,
    settings,
    lines: items.flatMap((one) => planOrderLines(one, ctx.language)),
  })
  return {
    token,
    currency: cart.currency,
    orderId: cart.orderId,
    items: items.map((one) => describeItem(one, ctx.language)),
    coupons: coupons.map(({ code, refusal }) => ({
      code,
      why: refusal ? sayRefusal(refusal, ctx.language) : null,
    })),
    gone: gone.map(({ item, refusal }) => ({
      id: item.id,
      hostname: item.hostname,
      why: sayRefusal(refusal, ctx.language),
    })),
    net: toWire(document.net),
    tax: toWire(document.tax),
    total: toWire(document.total),
  }
}

function describeItem(
  { item, plan, chosen, charged, off, setup, waiver, trial, noTrial }: CartLine,
  language: Language,
): CartView["items"][number] {
  const quantity = BigInt(item.quantity)
  const cycle = times(charged, quantity)
  const setups = times(sum(setup.currency, [setup, ...chosen.map((one) => one.setup)]), quantity)
  const parts = [...off, ...(waiver ? [{ coupon: waiver, amount: plan.setupFee }] : [])]
  return {
    id: item.id,
    planId: item.planId,
    cycle: item.cycle,
    locationId: item.locationId,
    imageId: item.imageId,
    hostname: item.hostname,
    quantity: item.quantity,
    options: item.options,
    wantsTrial: item.wantsTrial,
    trial: trial ? { days: trial.days, asksMethod: trial.asksMethod, price: toWire(cycle) } : null,
    whyNoTrial: noTrial ? sayRefusal(noTrial, language) : null,
    chosen: chosen.map(describeChosen),
    planName: plan.planName,
    before:
      plan.seen && plan.versionId !== item.versionId
        ? { unit: toWire(plan.seen.unit), setupFee: toWire(plan.seen.setupFee) }
        : null,
    unit: toWire(plan.unit),
    setupFee: toWire(plan.setupFee),
    discounts: parts.map(({ coupon, amount }) => ({
      code: coupon.code,
      amount: toWire(times(amount, quantity)),
    })),
    total: toWire(trial ? setups : add(cycle, setups)),
  }
}
