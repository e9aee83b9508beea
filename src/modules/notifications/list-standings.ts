import { type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Standing } from "./preference.ts"
import { preferences } from "./tables.ts"

export interface MemberStanding extends Omit<Standing, "hasNews"> {
  readonly accountId: string
  readonly accountName: string
  readonly personId: string
  readonly name: string
  readonly email: string
}

/** A team is tens of people, and so are the accounts of one person; a bound, not a page. */
const MOST = 200

/** Members of accounts within reach with what they have chosen: one statement. */
export async function listStandings(
  ctx: Context,
  reach: Reach,
  { accountId, personId }: { readonly accountId?: string; readonly personId?: string },
): Promise<MemberStanding[]> {
  const { rows } = await ctx.db.execute<MemberStanding & Record<string, unknown>>(sql`
    select a.id as "accountId", a.name as "accountName", h.id as "personId", h.name, h.email, m.role,
      lower(a.email) = h.email as "isHolder",
      coalesce((select json_agg(json_build_object('kind', p.kind, 'channel', p.channel, 'isOn', p.is_on)
        order by p.kind, p.channel) from ${preferences} p
        where p.tenant_id = m.tenant_id and p.account_id = m.account_id and p.person_id = m.person_id),
        '[]'::json) as choices
    from identity.members m
    join identity.people h on h.tenant_id = m.tenant_id and h.id = m.person_id
    join identity.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where ${isWithin(reach)} ${accountId ? sql`and m.account_id = ${accountId}` : sql``}
    ${personId ? sql`and m.person_id = ${personId}` : sql``}
    order by a.name, a.id, h.name, h.id limit ${MOST}`)
  return rows
}

function isWithin(reach: Reach): SQL {
  return reach.kind === "all"
    ? sql`true`
    : sql`m.account_id = any(${sql.param([...reach.accountIds])}::text[])`
}
