import { eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import type { KeyFacts, SessionFacts } from "./actor-facts.ts"
import { serviceGrants } from "./member-tables.ts"
import { PROVED_SECONDS } from "./proof.ts"
import { passkeys, secondFactors } from "./sign-in-tables.ts"
import { strictPolicy } from "./staff-policy.ts"
import { staffPolicies } from "./staff-tables.ts"
import { accounts, apiKeys, members, people, sessions, staff, staffRoles } from "./tables.ts"

/** Sessions live on the machine's time, as the library that makes them does: a moved clock signs nobody out. */
export async function findSessionFacts(
  db: Transaction,
  tokenHash: string,
): Promise<SessionFacts | undefined> {
  const found = await db.execute<Facts<SessionFacts>>(sql`
    select ${personFacts}, ${dutyFacts(sql`s.strong_at is not null`)}, s.id as "sessionId",
      coalesce(s.proved_at > now() - make_interval(secs => ${PROVED_SECONDS}), false) as "isProved"
    from ${sessions} s
    join ${people} p on p.tenant_id = s.tenant_id and p.id = s.person_id
    ${staffOf}
    where s.token_hash = ${tokenHash} and s.expires_at > now() and s.admitted_at is not null`)
  return found.rows[0]
}

export async function findPersonFacts(db: Transaction, personId: string): Promise<SessionFacts | undefined> {
  const found = await db.execute<Facts<SessionFacts>>(sql`
    select ${personFacts}, ${dutyFacts(sql`false`)}
    from ${people} p
    ${staffOf}
    where p.id = ${personId}`)
  return found.rows[0]
}

export async function findKeyFacts(db: Transaction, hash: string): Promise<KeyFacts | undefined> {
  const found = await db.execute<Facts<KeyFacts>>(sql`
    select ${personFacts}, ${dutyFacts(sql`false`)}, k.id as "apiKeyId", k.scopes, k.networks as "keyNetworks", k.account_id as "accountId",
      ${isoText(sql`k.expires_at`)} as "expiresAt", ${isoText(sql`k.last_used_at`)} as "lastUsedAt",
      ${isoText(sql`k.revoked_at`)} as "revokedAt"
    from ${apiKeys} k
    join ${people} p on p.tenant_id = k.tenant_id and p.id = k.person_id
    ${staffOf}
    where k.hash = ${hash}`)
  return found.rows[0]
}

/** Whether anybody acts for the account yet. */
export async function hasMembers(db: Transaction, accountId: string): Promise<boolean> {
  return (await db.$count(members, eq(members.accountId, accountId))) > 0
}

const NOTED_EVERY_SECONDS = 60

/** At most once a minute: a busy key must not turn every read into a write. */
export function isKeyUseDue({ lastUsedAt }: Pick<KeyFacts, "lastUsedAt">, now: Temporal.Instant): boolean {
  const limit = now.subtract({ seconds: NOTED_EVERY_SECONDS })
  return lastUsedAt === null || Temporal.Instant.compare(Temporal.Instant.from(lastUsedAt), limit) <= 0
}

export async function noteKeyUse(
  db: Transaction,
  facts: Pick<KeyFacts, "apiKeyId" | "lastUsedAt">,
  now: Temporal.Instant,
): Promise<void> {
  if (!isKeyUseDue(facts, now)) return
  const limit = now.subtract({ seconds: NOTED_EVERY_SECONDS })
  await db.execute(sql`
    update ${apiKeys} set last_used_at = ${now.toString()}::timestamptz
    where id = ${facts.apiKeyId} and (last_used_at is null or last_used_at < ${limit.toString()}::timestamptz)`)
}

type Facts<Kind> = Kind & Record<string, unknown>

const staffOf = sql`
    left join ${staff} t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.suspended_at is null
    left join ${staffRoles} r on r.tenant_id = t.tenant_id and r.id = t.role_id
    left join ${staffPolicies} y on y.tenant_id = t.tenant_id and y.id = 'policy'`

const personFacts = sql`
  p.id as "personId", p.name, p.email, p.language, t.role_id as "staffRole",
  case when t.id is null or y.access_team is null then null
    else json_build_object('team', y.access_team, 'audience', y.access_audience) end as "staffAccess",
  case when r.is_built_in then null else r.permissions end as "staffGrants", y.networks as "staffNetworks",
  (select e.is_root from tenancy.tenants e where e.id = t.tenant_id) as "isRootStaff",
  coalesce((select json_agg(json_build_object('accountId', m.account_id, 'role', m.role,
      'mergedIntoId', m.merged_into_id, 'services',
      coalesce((select json_agg(json_build_object('serviceId', g.service_id, 'role', g.role) order by g.id)
        from ${serviceGrants} g where g.tenant_id = m.tenant_id and g.member_id = m.id), '[]'::json)) order by m.merged_into_id is not null, m.id)
    from (
      select own.tenant_id, own.id, own.account_id, own.role, null as merged_into_id from ${members} own
      where own.tenant_id = p.tenant_id and own.person_id = p.id
      union all
      select own.tenant_id, own.id, gone.id, own.role, gone.merged_into_id from ${members} own
      join ${accounts} gone on gone.tenant_id = own.tenant_id and gone.merged_into_id = own.account_id
      where own.tenant_id = p.tenant_id and own.person_id = p.id
    ) m), '[]'::json) as "memberships"`

/** Asked for staff alone: a customer's request pays nothing for it. */
function dutyFacts(isStrong: SQL) {
  return sql`case when t.id is null then null else json_build_object(
    'needsSecondFactor', coalesce(y.needs_second_factor, ${strictPolicy.needsSecondFactor}::boolean),
    'from', ${isoText(sql`y.second_factor_from`)},
    'isStrong', ${isStrong},
    'hasSecondFactor',
      exists (select 1 from ${secondFactors} f
        where f.tenant_id = p.tenant_id and f.person_id = p.id and f.confirmed_at is not null)
      or exists (select 1 from ${passkeys} w where w.tenant_id = p.tenant_id and w.person_id = p.id)
  ) end as "staffDuty"`
}

function isoText(column: SQL) {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
