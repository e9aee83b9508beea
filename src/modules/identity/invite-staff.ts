import type { Context } from "#kit/context.ts"
import { openStaffInvitation, type StaffInvitationWish } from "./open-staff-invitation.ts"
import { refuseRoleBeyond } from "./refuse-role-beyond.ts"

/** Asks an address to work here. It becomes a colleague when it signs in and accepts, not before. */
export async function inviteStaff(ctx: Context, wish: StaffInvitationWish): Promise<{ id: string }> {
  await refuseRoleBeyond(ctx, wish.roleId)
  return openStaffInvitation(ctx, wish)
}
