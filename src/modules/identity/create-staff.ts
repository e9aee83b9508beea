import type { Context } from "#kit/context.ts"
import { createPerson, type PersonWish } from "./create-person.ts"
import { staff, type staffRoles } from "./tables.ts"

export interface StaffWish extends PersonWish {
  readonly role: (typeof staffRoles)[number]
}

export async function createStaff(ctx: Context, wish: StaffWish): Promise<{ personId: string }> {
  const personId = await createPerson(ctx, wish)
  await ctx.db
    .insert(staff)
    .values({ id: ctx.newId("stf"), personId, role: wish.role, createdAt: ctx.clock.now() })
  return { personId }
}
