import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import { getSettings, linkTo } from "#tenancy"
import { getSetup } from "./get-setup.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { recordSetup } from "./record-setup.ts"
import { methodSetups } from "./tables.ts"

/** Opens the page to leave a method: claim, look for what an earlier try left, create, remember. */
export async function openSetup(doors: PaymentDoors, work: Work, setupId: string): Promise<void> {
  await work.call("open-setup", (call) => openOnce(doors, call, setupId))
}

async function openOnce(doors: PaymentDoors, call: CallContext, setupId: string): Promise<string> {
  const claimed = await call.transact((ctx) => claim(ctx, setupId))
  if (!claimed) return "nothing to open"
  const { setup, isFirst, returnUrl } = claimed
  const { kept } = await openGateway(doors, call, setup.gateway)
  if (!kept) throw new GiveUp(`${setup.gateway} keeps no methods`)
  const left = isFirst ? undefined : await kept.findSetup(setupId)
  const found =
    left ??
    (await kept.createSetup({
      reference: setupId,
      idempotencyKey: `setup:${setupId}`,
      customer: setup.accountId,
      language: setup.language,
      returnUrl,
    }))
  await call.transact((ctx) => recordSetup(ctx, doors.keyring, { setupId, found }))
  return found.id
}

async function claim(ctx: Context, setupId: string) {
  const setup = await getSetup(ctx, { kind: "all" }, setupId, "update")
  if (setup.state !== "created") return undefined
  const isFirst = setup.claimedAt === null
  if (isFirst) {
    await ctx.db.update(methodSetups).set({ claimedAt: ctx.clock.now() }).where(eq(methodSetups.id, setupId))
  }
  const settings = await getSettings(ctx)
  const returnUrl = linkTo(settings, setup.language, `/add-method/${setupId}/return`)
  return { setup, isFirst, returnUrl }
}
