import { asc } from "drizzle-orm"
import type { z } from "zod"
import { listStaffRoles } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import type { creditPolicyShape } from "./contract.ts"
import { isCreditApplied } from "./queries.ts"
import { creditLimits } from "./tables.ts"

export type CreditPolicy = z.infer<typeof creditPolicyShape>

/** Of each role that there is, in five currencies. */
const MOST_LIMITS = 500

export async function getPolicy(ctx: Context, reach: Reach): Promise<CreditPolicy> {
  if (reach.kind !== "all") return { isApplied: await isCreditApplied(ctx, reach), limits: [] }
  const limits = await ctx.db
    .select()
    .from(creditLimits)
    .orderBy(asc(creditLimits.currency))
    .limit(MOST_LIMITS)
  const roles = await listStaffRoles(ctx)
  return {
    isApplied: await isCreditApplied(ctx, reach),
    limits: roles.map(({ id, name, isBuiltIn }) => ({
      roleId: id,
      roleName: name,
      isBuiltIn,
      most: limits
        .filter((one) => one.roleId === id)
        .map((one) => toWire(money(one.mostMinor, one.currency))),
    })),
  }
}
