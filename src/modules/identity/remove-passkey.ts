import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { countWaysIn } from "./count-ways-in.ts"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { refuseLastFactor } from "./refuse-last-factor.ts"
import { passkeys } from "./sign-in-tables.ts"

/** Not the last way in: whoever has no password and no connected house keeps one passkey. */
export async function removePasskey(
  ctx: Context,
  wish: { readonly personId: string; readonly id: string },
): Promise<void> {
  const { personId } = wish
  const gone = await ctx.db
    .delete(passkeys)
    .where(and(eq(passkeys.id, wish.id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id })
  if (gone.length === 0) identityRefusals.refuse("identity.passkey_missing")
  await refuseLastFactor(ctx, personId)
  if ((await countWaysIn(ctx, personId)) === 0) identityRefusals.refuse("identity.last_way_in")
  await announce(ctx, securityChanged, { personId, change: "passkey-removed" })
}
