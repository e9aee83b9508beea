import type { Context } from "#kit/context.ts"
import { createPerson, type PersonWish } from "./create-person.ts"
import { ensureOperatorRole } from "./ensure-operator-role.ts"
import { staff } from "./tables.ts"

export interface StaffWish extends PersonWish {
  /** The built-in one; others are given afterwards. */
  readonly role: "operator"
}

export async function createStaff(ctx: Context, wish: StaffWish): Promise<{ personId: string }> {
  const roleId = await ensureOperatorRole(ctx)
  const personId = await createPerson(ctx, wish)
  await ctx.db.insert(staff).values({ id: ctx.newId("stf"), personId, roleId, createdAt: ctx.clock.now() })
  return { personId }
}
