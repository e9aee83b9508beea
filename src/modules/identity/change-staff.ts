import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { listStaff, type StaffView } from "./list-staff.ts"
import { lockStaff } from "./lock-staff.ts"
import { refuseLastOperator } from "./refuse-last-operator.ts"
import { refuseRoleBeyond } from "./refuse-role-beyond.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** Another role, from the next request on. */
export async function changeStaff(
  ctx: Context,
  { id, roleId }: { readonly id: string; readonly roleId: string },
): Promise<StaffView> {
  const row = await lockStaff(ctx, id)
  await refuseRoleBeyond(ctx, roleId)
  if (roleId !== row.roleId) await refuseLastOperator(ctx, row)
  await ctx.db.update(staff).set({ roleId }).where(eq(staff.id, id))
  await tellSessionNews(ctx, row.personId)
  await announceAct(ctx, {
    act: "identity.staff-changed",
    subjectId: id,
    before: { roleId: row.roleId },
    after: { roleId },
  })
  const [view] = await listStaff(ctx, id)
  return view ?? staffRefusals.refuse("identity.staff_missing", { id })
}
