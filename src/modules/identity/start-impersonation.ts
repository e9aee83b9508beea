import { and, asc, eq } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { IMPERSONATION_LIFE } from "./impersonation.ts"
import { impersonations } from "./impersonation-tables.ts"
import { getAccountView } from "./queries.ts"
import { staffRefusals } from "./staff-errors.ts"
import { members, staff } from "./tables.ts"

/** To see what the customer sees. Begun by a person with a reason, never by a key, and never as a colleague. */
export async function startImpersonation(
  ctx: Context,
  wish: { readonly accountId: string; readonly reason: string },
): Promise<{ id: string; expiresAt: string }> {
  const { actor } = ctx
  const account = await getAccountView(ctx, within(actor), wish.accountId)
  if (actor.kind !== "staff" || actor.apiKeyId !== undefined) {
    return staffRefusals.refuse("identity.impersonation_by_person")
  }
  const [owner] = await ctx.db
    .select({ personId: members.personId, staffId: staff.id })
    .from(members)
    .leftJoin(staff, and(eq(staff.tenantId, members.tenantId), eq(staff.personId, members.personId)))
    .where(and(eq(members.accountId, account.id), eq(members.role, "owner")))
    .orderBy(asc(members.id))
    .limit(1)
  if (!owner || owner.staffId !== null) return staffRefusals.refuse("identity.impersonation_of_nobody")
  const id = ctx.newId("imp")
  const startedAt = ctx.clock.now()
  const expiresAt = startedAt.add(IMPERSONATION_LIFE)
  await ctx.db.insert(impersonations).values({
    id,
    staffPersonId: actor.personId,
    personId: owner.personId,
    accountId: account.id,
    reason: wish.reason,
    startedAt,
    expiresAt,
  })
  await announceAct(ctx, {
    act: "identity.impersonation-started",
    subjectId: id,
    accountId: account.id,
    reason: wish.reason,
    after: { personId: owner.personId, expiresAt: expiresAt.toString() },
  })
  return { id, expiresAt: expiresAt.toString() }
}
