import { and, eq, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { refuseLastFactor } from "./refuse-last-factor.ts"
import { devices, recoveryCodes, secondFactors } from "./sign-in-tables.ts"

export async function removeSecondFactor(ctx: Context, personId: string): Promise<void> {
  const gone = await ctx.db
    .delete(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt)))
    .returning({ id: secondFactors.id })
  if (gone.length === 0) identityRefusals.refuse("identity.second_factor_off")
  await refuseLastFactor(ctx, personId)
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  // Spared what is no more: a later second factor must be asked for anew.
  await ctx.db.update(devices).set({ trustedUntil: null }).where(eq(devices.personId, personId))
  await announce(ctx, securityChanged, { personId, change: "second-factor-off" })
}
