import type { z } from "zod"
import { actorId, type Context } from "#kit/context.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { listSecondFactors } from "./list-second-factors.ts"
import type { staffPolicyShape } from "./staff-contract.ts"
import { standingOf } from "./staff-policy.ts"

export type StaffPolicyView = z.infer<typeof staffPolicyShape>

/** The policy, and where the one who asks stands by it. */
export async function getStaffPolicy(ctx: Context, yourAddress: string): Promise<StaffPolicyView> {
  const policy = await findStaffPolicy(ctx)
  const you = actorId(ctx.actor)
  const secured = await listSecondFactors(ctx, [you])
  return {
    needsSecondFactor: policy.needsSecondFactor,
    secondFactorFrom: policy.secondFactorFrom?.toString() ?? null,
    networks: [...policy.networks],
    access: policy.access,
    yourAddress,
    standing: standingOf(policy, secured.has(you), ctx.clock.now()),
  }
}
