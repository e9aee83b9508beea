import { recordAudit } from "#audit"
import { listStaffRoles } from "#identity"
import { actorId, type Context, within } from "#kit/context.ts"
import { fromWire, toWire, type WireMoney } from "#kit/money.ts"
import { creditRefusals } from "./errors.ts"
import { type CreditPolicy, getPolicy } from "./get-policy.ts"
import { creditLimits } from "./tables.ts"

/** What a role's people may each give or take on one day, in one currency. */
export async function saveLimit(
  ctx: Context,
  wish: { readonly roleId: string; readonly most: WireMoney },
): Promise<CreditPolicy> {
  const { minor, currency } = fromWire(wish.most)
  if (minor < 0n) creditRefusals.refuse("credit.amount_wrong", {}, { field: "most" })
  const [role] = await listStaffRoles(ctx, wish.roleId)
  if (!role) return creditRefusals.refuse("credit.role_missing", { roleId: wish.roleId })
  const row = { mostMinor: minor, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(creditLimits)
    .values({ id: ctx.newId("crl"), roleId: role.id, currency, ...row })
    .onConflictDoUpdate({
      target: [creditLimits.tenantId, creditLimits.roleId, creditLimits.currency],
      set: row,
    })
  await recordAudit(ctx, {
    act: "credit.limit-saved",
    subjectId: role.id,
    after: { most: toWire({ minor, currency }) },
  })
  return getPolicy(ctx, within(ctx.actor))
}
