import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { getSettings, registerHost, unregisterHost } from "#tenancy"
import type { HostFinding } from "./finding.ts"
import type { HostState } from "./host-name.ts"
import { planLook } from "./plan-look.ts"
import type { HostRow } from "./queries.ts"
import { hostNames } from "./tables.ts"
import { tellHostNews } from "./tell-host-news.ts"

/** Writes a look down and does what it means: a proved name leads to the shop, a lapsed one no longer. */
export async function recordFinding(
  ctx: Context,
  hostId: string,
  finding: HostFinding,
): Promise<HostState | null> {
  const [row] = await ctx.db.select().from(hostNames).where(eq(hostNames.id, hostId)).for("update")
  // It was removed while somebody looked.
  if (!row) return null
  const now = ctx.clock.now()
  const plan = planLook({ ...row, now, finding })
  const isTaken = plan.state === "verified" && !(await registerHost(ctx, row.host))
  const state = isTaken ? "failed" : plan.state
  const found = isTaken ? { ...finding, trouble: TAKEN } : finding
  const verifiedAt = state === "verified" ? (row.verifiedAt ?? now) : row.verifiedAt
  await ctx.db
    .update(hostNames)
    .set({ state, missingSince: plan.missingSince, finding: found, checkedAt: now, verifiedAt })
    .where(eq(hostNames.id, hostId))
  if (state === row.state) return state
  if (state === "lapsed") await leaveHost(ctx, row)
  await recordAudit(ctx, {
    act: `hosts.${state}`,
    subjectId: hostId,
    before: { state: row.state },
    after: { host: row.host, state },
  })
  await tellHostNews(ctx, { hostId, host: row.host, state })
  return state
}

/** Another shop proved it first: which one is nobody's business. */
const TAKEN = "taken"

/** Whoever has the name now must not find this shop under it. Its first name stays: without one there is no shop. */
async function leaveHost(ctx: Context, { host }: HostRow): Promise<void> {
  const { publicUrl } = await getSettings(ctx)
  if (new URL(publicUrl).hostname !== host) await unregisterHost(ctx, host)
}
