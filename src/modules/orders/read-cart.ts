import { agreesInTime, planDocument } from "#billing"
import { describeChosen } from "#catalog"
import type { Context } from "#kit/context.ts"
import { add, sum, times, toWire } from "#kit/money.ts"
import { type Language, sayRefusal } from "#kit/refusal.ts"
import { openTax, readComingBuyer, sayTax, type TaxTerms } from "#tax"
import { getSettings, percentOf } from "#tenancy"
import type { Cart, CartLine, CartView } from "./cart.ts"
import { planOrderLines } from "./order-lines.ts"
import { priceCart } from "./price-cart.ts"
import { getCart } from "./queries.ts"

/** Taxed as its buyer would be: the account that is signed in, else whoever they say they are. */
export async function readCart(ctx: Context, token: string): Promise<CartView> {
  const cart = await getCart(ctx, { kind: "all" }, token)
  const terms = await taxOf(ctx, cart)
  const { items, gone, coupons } = await priceCart(ctx, cart)
  const askedAnew = await findAskedAnew(ctx, items)
  const document = planDocument({
    currency: cart.currency,
    settings: terms,
    lines: items.flatMap((one) => planOrderLines(one, ctx.language)),
  })
  return {
    token,
    currency: cart.currency,
    orderId: cart.orderId,
    items: items.map((one) => describeItem(one, { language: ctx.language, askedAnew })),
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
    taxes: document.taxes.map(({ rate, tax }) => ({
      label: terms.snapshot.label,
      percent: percentOf(rate),
      tax: toWire(tax),
    })),
    taxWhy: sayTax(terms.snapshot, ctx.language) || null,
    taxPlace: terms.snapshot.place,
    total: toWire(document.total),
  }
}

async function taxOf(ctx: Context, { buyer }: Cart): Promise<TaxTerms> {
  const settings = await getSettings(ctx)
  const accountId = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  const tax = await openTax(ctx, settings, accountId ? [accountId] : [])
  if (accountId) return tax.ofAccount(accountId)
  return tax.of(await readComingBuyer(ctx, buyer ?? { country: settings.seller.country }))
}

/** Lines whose trial would be charged by itself, and ends too far off for what is agreed to today. */
async function findAskedAnew(ctx: Context, items: readonly CartLine[]): Promise<ReadonlySet<string>> {
  const accountId = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  const asked = new Set<string>()
  for (const { item, trial } of items) {
    if (!trial?.asksMethod) continue
    const isInTime = await agreesInTime(ctx, { accountId, days: trial.days, at: ctx.clock.now() })
    if (!isInTime) asked.add(item.id)
  }
  return asked
}

function describeItem(
  { item, plan, chosen, charged, off, setup, waiver, trial, noTrial }: CartLine,
  { language, askedAnew }: { readonly language: Language; readonly askedAnew: ReadonlySet<string> },
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
    trial: trial
      ? {
          days: trial.days,
          asksMethod: trial.asksMethod,
          asksAnew: askedAnew.has(item.id),
          price: toWire(cycle),
          longer: trial.longer ?? null,
        }
      : null,
    whyNoTrial: noTrial ? sayRefusal(noTrial, language) : null,
    chosen: chosen.map(describeChosen),
    planName: plan.planName,
    before:
      plan.seen && plan.versionId !== item.versionId
        ? { unit: toWire(plan.seen.unit), setupFee: toWire(plan.seen.setupFee) }
        : null,
    unit: toWire(plan.unit),
    month: plan.month && toWire(plan.month),
    setupFee: toWire(plan.setupFee),
    discounts: parts.map(({ coupon, amount }) => ({
      code: coupon.code,
      amount: toWire(times(amount, quantity)),
    })),
    total: toWire(trial ? setups : add(cycle, setups)),
  }
}
