import { and, asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { actorId, type Context } from "#kit/context.ts"
import type { memberShape } from "./member-contract.ts"
import { memberRoles, type ServiceGrant } from "./member-role.ts"
import { serviceGrants } from "./member-tables.ts"
import { members, people } from "./tables.ts"

export type MemberView = z.infer<typeof memberShape>

/** A team is tens of people; 200 is a bound, not a page. */
const MOST_MEMBERS = 200

/** For who already knows that the account is within reach. */
export async function listMembers(
  ctx: Context,
  wanted: { readonly accountId: string; readonly memberId?: string },
): Promise<MemberView[]> {
  const rows = await ctx.db
    .select({
      id: members.id,
      personId: members.personId,
      name: people.name,
      email: people.email,
      role: members.role,
      createdAt: members.createdAt,
      services: sql<ServiceGrant[]>`coalesce((select json_agg(json_build_object(
        'serviceId', g.service_id, 'role', g.role) order by g.service_id)
        from ${serviceGrants} g where g.tenant_id = ${members.tenantId} and g.member_id = ${members.id}), '[]'::json)`,
    })
    .from(members)
    .innerJoin(people, and(eq(people.tenantId, members.tenantId), eq(people.id, members.personId)))
    .where(
      and(
        eq(members.accountId, wanted.accountId),
        wanted.memberId ? eq(members.id, wanted.memberId) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(MOST_MEMBERS)
  const you = actorId(ctx.actor)
  return rows
    .map(({ createdAt, ...row }) => ({ ...row, since: createdAt.toString(), isYou: row.personId === you }))
    .toSorted((one, other) => memberRoles.indexOf(one.role) - memberRoles.indexOf(other.role))
}
