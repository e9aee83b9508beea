import { and, asc, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { accounts, members, staff, staffRoles } from "./tables.ts"

export interface Parts {
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  /** Of staff who aren't suspended. */
  readonly staffRole: string | null
}

const MOST_ACCOUNTS = 100

/** Everything a person is here: their part in each account, and their role in the shop. */
export async function listParts(ctx: Context, personId: string): Promise<Parts> {
  const held = await ctx.db
    .select({ id: accounts.id, name: accounts.name, role: members.role })
    .from(members)
    .innerJoin(accounts, and(eq(accounts.tenantId, members.tenantId), eq(accounts.id, members.accountId)))
    .where(eq(members.personId, personId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(MOST_ACCOUNTS)
  const [working] = await ctx.db
    .select({ role: staffRoles.name })
    .from(staff)
    .innerJoin(staffRoles, and(eq(staffRoles.tenantId, staff.tenantId), eq(staffRoles.id, staff.roleId)))
    .where(and(eq(staff.personId, personId), isNull(staff.suspendedAt)))
    .limit(1)
  return { accounts: held, staffRole: working?.role ?? null }
}
