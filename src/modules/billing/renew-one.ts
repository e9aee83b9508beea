import type { Context } from "#kit/context.ts"
import { isId } from "#kit/id.ts"
import { getSettings } from "#tenancy"
import { lockDue } from "./lock-due.ts"
import { renewRows } from "./renew-rows.ts"

/** Asks for what a day's run had to leave out: one subscription, or all that is due of an account. */
export async function renewOne(ctx: Context, id: string): Promise<void> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const of = isId("sub", id) ? { ids: [id] } : { accountIds: [id] }
  await renewRows(ctx, await lockDue(ctx, { ...of, today }))
}
