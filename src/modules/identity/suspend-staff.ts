import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { endSessions } from "./end-sessions.ts"
import { listStaff, type StaffView } from "./list-staff.ts"
import { lockStaff } from "./lock-staff.ts"
import { refuseLastOperator } from "./refuse-last-operator.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff } from "./tables.ts"

/** Locked out at once: sessions end, keys work no more, and nothing of what they did is lost. */
export async function suspendStaff(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<StaffView> {
  const row = await lockStaff(ctx, id)
  await refuseLastOperator(ctx, row)
  const suspendedAt = row.suspendedAt ?? ctx.clock.now()
  await ctx.db.update(staff).set({ suspendedAt }).where(eq(staff.id, id))
  await endSessions(ctx, { personId: row.personId })
  await announceAct(ctx, {
    act: "identity.staff-suspended",
    subjectId: id,
    reason,
    after: { personId: row.personId, suspendedAt: suspendedAt.toString() },
  })
  const [view] = await listStaff(ctx, id)
  return view ?? staffRefusals.refuse("identity.staff_missing", { id })
}
