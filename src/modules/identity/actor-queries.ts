import { eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import type { KeyFacts, SessionFacts } from "./actor-facts.ts"
import { serviceGrants } from "./member-tables.ts"
import { PROVED_SECONDS } from "./proof.ts"
import { passkeys, secondFactors } from "./sign-in-tables.ts"
import { strictPolicy } from "./staff-policy.ts"
import { staffPolicies } from "./staff-tables.ts"
import { accounts, apiKeys, members, people, sessions, staff, staffRoles } from "./tables.ts"

/** Sessions live on the machine's time: a moved clock signs nobody out. */
export async function findSessionFacts(
  db: Transaction,
  tokenHash: string,
): Promise<SessionFacts | undefined> {
  const [facts] = await sessionFactsOf(db, { tokenHash })
  return facts
}

/**
 * From the session to its person, whatever the planner believes of the tables: each is read by its key, one row at most.
 * Statistics of a fresh database once had it walk through all people of the shop.
 */
const sessionFactsOf = keepStatement((db) =>
  db
    .select({
      ...personFacts,
      ...dutyFacts(sql`s.strong_at is not null`),
      sessionId: sql<string>`s.id`,
      isProved: sql<boolean>`coalesce(s.proved_at > now() - make_interval(secs => ${PROVED_SECONDS}), false)`,
    })
    .from(sql`(select * from ${sessions} o
        where o.token_hash = ${sql.placeholder("tokenHash")} and o.expires_at > now() and o.admitted_at is not null
        limit 1) s
      cross join lateral (select * from ${people} o where o.tenant_id = s.tenant_id and o.id = s.person_id limit 1) p
      ${staffOf}`),
)

export async function findPersonFacts(db: Transaction, personId: string): Promise<SessionFacts | undefined> {
  const [facts] = await db
    .select({ ...personFacts, ...dutyFacts(sql`false`) })
    .from(sql`${people} p ${staffOf}`)
    .where(sql`p.id = ${personId}`)
  return facts
}

export async function findKeyFacts(db: Transaction, hash: string): Promise<KeyFacts | undefined> {
  const [facts] = await keyFactsOf(db, { hash })
  return facts
}

const keyFactsOf = keepStatement((db) =>
  db
    .select({
      ...personFacts,
      ...dutyFacts(sql`false`),
      apiKeyId: sql<string>`k.id`,
      scopes: sql<KeyFacts["scopes"]>`k.scopes`,
      keyNetworks: sql<KeyFacts["keyNetworks"]>`k.networks`,
      accountId: sql<string | null>`k.account_id`,
      expiresAt: isoText(sql`k.expires_at`),
      lastUsedAt: isoText(sql`k.last_used_at`),
      revokedAt: isoText(sql`k.revoked_at`),
    })
    .from(sql`(select * from ${apiKeys} o where o.hash = ${sql.placeholder("hash")} limit 1) k
      cross join lateral (select * from ${people} o where o.tenant_id = k.tenant_id and o.id = k.person_id limit 1) p
      ${staffOf}`),
)

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

/** Beside the person (p): what they are here. */
export const staffOf = sql`
    left join ${staff} t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.suspended_at is null
    left join ${staffRoles} r on r.tenant_id = t.tenant_id and r.id = t.role_id
    left join ${staffPolicies} y on y.tenant_id = t.tenant_id and y.id = 'policy'`

export const personFacts = {
  personId: sql<string>`p.id`,
  name: sql<string>`p.name`,
  email: sql<string>`p.email`,
  language: sql<SessionFacts["language"]>`p.language`,
  staffRole: sql<SessionFacts["staffRole"]>`t.role_id`,
  staffAccess: sql<SessionFacts["staffAccess"]>`case when t.id is null or y.access_team is null then null
    else json_build_object('team', y.access_team, 'audience', y.access_audience) end`,
  staffGrants: sql<SessionFacts["staffGrants"]>`case when r.is_built_in then null else r.permissions end`,
  staffNetworks: sql<SessionFacts["staffNetworks"]>`y.networks`,
  isRootStaff: sql<
    SessionFacts["isRootStaff"]
  >`(select e.is_root from tenancy.tenants e where e.id = t.tenant_id)`,
  memberships: sql<
    SessionFacts["memberships"]
  >`coalesce((select json_agg(json_build_object('accountId', m.account_id, 'role', m.role,
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
    ) m), '[]'::json)`,
}

/** Asked for staff alone: a customer's request pays nothing for it. */
export function dutyFacts(isStrong: SQL) {
  const staffDuty = sql<SessionFacts["staffDuty"]>`case when t.id is null then null else json_build_object(
    'needsSecondFactor', coalesce(y.needs_second_factor, ${strictPolicy.needsSecondFactor}::boolean),
    'from', ${isoText(sql`y.second_factor_from`)},
    'isStrong', ${isStrong},
    'hasSecondFactor',
      exists (select 1 from ${secondFactors} f
        where f.tenant_id = p.tenant_id and f.person_id = p.id and f.confirmed_at is not null)
      or exists (select 1 from ${passkeys} w where w.tenant_id = p.tenant_id and w.person_id = p.id)
  ) end`
  return { staffDuty }
}

function isoText(column: SQL) {
  return sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
