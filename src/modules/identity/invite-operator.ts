import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { ensureOperatorRole } from "./ensure-operator-role.ts"
import { openStaffInvitation } from "./open-staff-invitation.ts"

/** For a tenant that was just opened, or has lost its last operator: the house asks somebody in, not a colleague. */
export async function inviteOperator(
  ctx: Context,
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<{ id: string }> {
  const roleId = await ensureOperatorRole(ctx)
  return openStaffInvitation(ctx, { email, roleId, language })
}
