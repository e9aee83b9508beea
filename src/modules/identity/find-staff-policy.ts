import type { Context } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { type StaffPolicy, strictPolicy } from "./staff-policy.ts"
import { staffPolicies } from "./staff-tables.ts"

export async function findStaffPolicy(ctx: Context): Promise<StaffPolicy> {
  const [row] = await policyOf(ctx.db, {})
  if (!row) return strictPolicy
  const { needsSecondFactor, secondFactorFrom, networks, accessTeam: team, accessAudience: audience } = row
  const access = team !== null && audience !== null ? { team, audience } : null
  return { needsSecondFactor, secondFactorFrom, networks, access }
}

const policyOf = keepStatement((db) => db.select().from(staffPolicies).limit(1))
