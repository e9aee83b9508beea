import { actorId, type Context } from "#kit/context.ts"
import { isNetwork, isWithinNetworks } from "#kit/network.ts"
import { announceAct } from "./announce-act.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { listStaff } from "./list-staff.ts"
import { staffRefusals } from "./staff-errors.ts"
import type { StaffPolicy } from "./staff-policy.ts"
import { staffPolicies } from "./staff-tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** Without `access` what stands in front of the staff's areas stays as it is. */
export type StaffPolicyWish = Omit<StaffPolicy, "access"> & Partial<Pick<StaffPolicy, "access">>

/** Nobody can save a list of networks that they aren't in themselves. */
export async function saveStaffPolicy(
  ctx: Context,
  wish: StaffPolicyWish,
  yourAddress: string | undefined,
): Promise<void> {
  const networks = [...new Set(wish.networks.filter((one) => one !== ""))]
  const malformed = networks.find((one) => !isNetwork(one))
  if (malformed !== undefined) {
    staffRefusals.refuse("identity.network_malformed", { network: malformed }, { field: "networks" })
  }
  if (yourAddress !== undefined && networks.length > 0 && !isWithinNetworks(yourAddress, networks)) {
    staffRefusals.refuse("identity.locks_you_out", { address: yourAddress }, { field: "networks" })
  }
  const before = await findStaffPolicy(ctx)
  const { needsSecondFactor, secondFactorFrom, access = before.access } = wish
  const after = { needsSecondFactor, secondFactorFrom, networks, access }
  const row = {
    needsSecondFactor,
    secondFactorFrom,
    networks,
    accessTeam: access?.team ?? null,
    accessAudience: access?.audience ?? null,
  }
  const trace = { changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(staffPolicies)
    .values({ id: "policy", ...row, ...trace })
    .onConflictDoUpdate({ target: [staffPolicies.tenantId, staffPolicies.id], set: { ...row, ...trace } })
  for (const { personId } of await listStaff(ctx)) await tellSessionNews(ctx, personId)
  await announceAct(ctx, {
    act: "identity.staff-policy-changed",
    subjectId: "policy",
    before: plain(before),
    after: plain(after),
  })
}

function plain({ needsSecondFactor, secondFactorFrom, networks, access }: StaffPolicy) {
  return { needsSecondFactor, networks, access, secondFactorFrom: secondFactorFrom?.toString() ?? null }
}
