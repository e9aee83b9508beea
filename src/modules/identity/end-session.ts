import type { Context } from "#kit/context.ts"
import { endSessions } from "./end-sessions.ts"
import { identityRefusals } from "./errors.ts"

/** One of their own; somebody else's is as missing as one that has ended. */
export async function endSession(
  ctx: Context,
  wish: { readonly personId: string; readonly id: string },
): Promise<void> {
  const ended = await endSessions(ctx, { personId: wish.personId, only: wish.id })
  if (ended === 0) identityRefusals.refuse("identity.session_missing")
}
