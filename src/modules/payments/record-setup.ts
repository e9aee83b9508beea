import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { tellWatchers } from "#kit/watch.ts"
import { GiveUp } from "#kit/work/define.ts"
import type { Setup } from "./gateways/gateway.ts"
import { getSetup } from "./get-setup.ts"
import { keepMethod } from "./keep-method.ts"
import { type MethodSetup, type SetupState, setupMoves } from "./setup.ts"
import { methodSetups } from "./tables.ts"

/** A page may still come into being for as long as a call of ours can be on its way. */
const CALL_ON_ITS_WAY = { minutes: 10 }

/** Writes down what became of a page to leave a method. Its row is locked: the method is kept once. */
export async function recordSetup(
  ctx: Context,
  keyring: Keyring,
  { setupId, found }: { readonly setupId: string; readonly found: Setup | undefined },
): Promise<SetupState> {
  const setup = await getSetup(ctx, { kind: "all" }, setupId, "update")
  if (found && found.reference !== setupId) throw new GiveUp(`${setupId}: answered with ${found.reference}`)
  const now = ctx.clock.now()
  const state = judge(setup, found, now)
  const hasMoved = state !== setup.state && setupMoves[setup.state].includes(state)
  const moved = hasMoved ? { state, ...(await readOutcome(ctx, keyring, setup, found)) } : {}
  const write = ctx.db
    .update(methodSetups)
    .set({ ...moved, askedAt: now })
    .where(eq(methodSetups.id, setupId))
  await (hasMoved ? write.returning({ told: tellWatchers(ctx, setupId) }) : write)
  return hasMoved ? state : setup.state
}

function judge(setup: MethodSetup, found: Setup | undefined, now: Temporal.Instant): SetupState {
  if (found) return statesThere[found.state]
  const since = setup.claimedAt ?? setup.createdAt
  const mayCome = Temporal.Instant.compare(since.add(CALL_ON_ITS_WAY), now) > 0
  return mayCome ? setup.state : "abandoned"
}

const statesThere = {
  open: "waiting_for_payer",
  done: "done",
  declined: "declined",
  expired: "abandoned",
} as const

async function readOutcome(
  ctx: Context,
  keyring: Keyring,
  { accountId, endpointId, gateway }: MethodSetup,
  found: Setup | undefined,
) {
  if (!found) return {}
  const { method } = found
  if (found.state === "done" && !method) throw new GiveUp(`${found.reference}: done, and no method`)
  const methodId = method ? await keepMethod(ctx, keyring, { accountId, endpointId, gateway, method }) : null
  return { setupId: found.id, redirectUrl: found.url, decline: found.decline, methodId }
}
