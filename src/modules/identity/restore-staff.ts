import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { listStaff, type StaffView } from "./list-staff.ts"
import { lockStaff } from "./lock-staff.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** They may sign in again, with the role they had. */
export async function restoreStaff(ctx: Context, id: string): Promise<StaffView> {
  const row = await lockStaff(ctx, id)
  await ctx.db.update(staff).set({ suspendedAt: null }).where(eq(staff.id, id))
  await tellSessionNews(ctx, row.personId)
  await announceAct(ctx, {
    act: "identity.staff-restored",
    subjectId: id,
    before: { suspendedAt: row.suspendedAt?.toString() ?? null },
  })
  const [view] = await listStaff(ctx, id)
  return view ?? staffRefusals.refuse("identity.staff_missing", { id })
}
