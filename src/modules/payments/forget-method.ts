import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import { findMethod } from "./find-method.ts"
import { findMethodSecret } from "./find-method-secret.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { openMethod } from "./open-method.ts"
import { paymentMethods } from "./tables.ts"

/** The gateway forgets a method that was removed here, and then so do we. */
export async function forgetMethod(doors: PaymentDoors, work: Work, methodId: string): Promise<void> {
  await work.call("forget", (call) => forgetThere(doors, call, methodId), { tries: 12 })
  await work.record("blank", (ctx) => blank(ctx, methodId), { isLast: true })
}

async function forgetThere(doors: PaymentDoors, call: CallContext, methodId: string): Promise<void> {
  const { gateway, method } = await call.read(async (ctx) => {
    const found = await findMethod(ctx, { kind: "all" }, methodId)
    if (!found) throw new GiveUp(`There is no method ${methodId}`)
    if (!found.removedAt) throw new GiveUp(`${methodId} was not removed`)
    const secret = await findMethodSecret(ctx, { kind: "all" }, methodId)
    return { gateway: found.gateway, method: openMethod(ctx, doors.keyring, methodId, secret) }
  })
  if (!method) return
  const { kept } = await openGateway(doors, call, gateway)
  if (!kept) throw new GiveUp(`${gateway} keeps no methods`)
  await kept.forgetMethod(method)
}

async function blank(ctx: Context, methodId: string): Promise<void> {
  await ctx.db
    .update(paymentMethods)
    .set({ tokenSealed: null, gatewayCustomerId: null })
    .where(eq(paymentMethods.id, methodId))
}
