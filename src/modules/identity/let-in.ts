import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import type { SessionFacts } from "./actor-facts.ts"
import { dutyFacts, personFacts, staffOf } from "./actor-queries.ts"
import { type ForgivenTries, forgivenTries } from "./forgiven-tries.ts"
import { guardId } from "./guard.ts"
import { meetDevice } from "./meet-device.ts"
import { hashToken, makeSessionToken } from "./session-cookie.ts"
import { devices, type SignInWay, secondFactors, signIns } from "./sign-in-tables.ts"
import { people, sessions } from "./tables.ts"
import { TRUSTED } from "./trusted.ts"

export interface Entry {
  readonly personId: string
  readonly way: SignInWay
  /** From the cookie of an earlier sign-in, if this browser has one. */
  readonly deviceId: string | undefined
  readonly userAgent: string
  readonly address: string
  readonly country?: string | undefined
  readonly isRemembered: boolean
  /** The half session that a second factor completes. */
  readonly sessionId?: string
  /** Spares this browser the second factor for a while. */
  readonly isTrusted?: boolean
  /** What was counted before it was tried, and was right. */
  readonly tries?: ForgivenTries
}

export type LetIn =
  | { readonly token: string; readonly needsSecondFactor: true }
  | {
      readonly token: string
      readonly needsSecondFactor: false
      readonly deviceId: string
      readonly facts: SessionFacts
    }

/** Two factors by themselves. A passkey is something they have, and its own check of finger, face or code. */
const wholeWays: readonly SignInWay[] = ["second-factor", "recovery-code", "passkey"]

/**
 * Somebody has shown who they are: a session under a secret nobody had before. It counts from here on, or opens nothing
 * until a second factor is shown, for which there are ten minutes.
 */
export async function letIn(ctx: Context, entry: Entry): Promise<LetIn> {
  const { personId, way, userAgent, address, tries, isTrusted = false, sessionId = ctx.newId("ses") } = entry
  const token = makeSessionToken()
  const [session] = await enter(ctx.db, {
    sessionId,
    hash: hashToken(token),
    signInId: ctx.newId("sin"),
    personId,
    way,
    userAgent,
    address,
    country: entry.country ?? null,
    deviceId: entry.deviceId ?? NO_ID,
    // Whoever doesn't want to be remembered is asked again tomorrow.
    days: entry.isRemembered ? 7 : 1,
    isWhole: wholeWays.includes(way),
    // A house where somebody was still signed in has not asked them anything: that lets them in and proves nothing.
    isProof: way !== "provider",
    isTrusted,
    doorId: tries ? guardId(tries.door) : NO_ID,
    addressId: tries ? guardId(tries.address) : NO_ID,
  })
  if (!session?.isIn) return { token, needsSecondFactor: true }
  const met = { personId, sessionId, userAgent, address, isTrusted }
  const deviceId = session.deviceId ?? (await meetDevice(ctx, met))
  return { token, needsSecondFactor: false, deviceId, facts: session.facts }
}

/** In place of an id, where a browser shows none and where nothing was counted. */
const NO_ID = ""

/** One statement for all of it: each costs a sign-in the way to the database and back. */
const enter = keepStatement((db) => {
  const value = sql.placeholder
  const standing = db.$with("standing", {}).as(sql`
    select ${value("isWhole")} or not has_factor or is_spared as is_in,
      ${value("isWhole")} or (has_factor and is_spared) as is_strong
    from (select
      exists (select 1 from ${secondFactors} f
        where f.person_id = ${value("personId")} and f.confirmed_at is not null) as has_factor,
      exists (select 1 from ${devices} d
        where d.id = ${value("deviceId")} and d.person_id = ${value("personId")} and d.trusted_until > now()) as is_spared
    ) known`)
  const seen = db.$with("seen", {}).as(sql`
    update ${devices} d set last_seen_at = now(), address = ${value("address")}, user_agent = ${value("userAgent")},
      trusted_until = case when ${value("isTrusted")} then now() + ${TRUSTED} else d.trusted_until end
    from standing where standing.is_in and d.id = ${value("deviceId")} and d.person_id = ${value("personId")}
    returning d.id`)
  const recorded = db.$with("recorded", {}).as(sql`
    insert into ${signIns} (id, person_id, method, user_agent, address, country, at)
    select ${value("signInId")}, ${value("personId")}, ${value("way")}, ${value("userAgent")}, ${value("address")},
      ${value("country")}, now() from standing where is_in`)
  const entered = db.$with("entered", {}).as(sql`
    insert into ${sessions} (id, token_hash, person_id, ip_address, user_agent, country, device_id, created_at, updated_at,
      admitted_at, proved_at, strong_at, expires_at)
    select ${value("sessionId")}, ${value("hash")}, ${value("personId")}, ${value("address")}, ${value("userAgent")},
      ${value("country")}, (select id from seen), now(), now(),
      case when is_in then now() end,
      case when is_in and ${value("isProof")} then now() end,
      case when is_in and is_strong then now() end,
      now() + case when is_in then make_interval(days => ${value("days")}) else interval '10 minutes' end
    from standing
    on conflict (tenant_id, id) do update set token_hash = excluded.token_hash, ip_address = excluded.ip_address,
      country = excluded.country, device_id = excluded.device_id, updated_at = excluded.updated_at,
      admitted_at = excluded.admitted_at, proved_at = excluded.proved_at, strong_at = excluded.strong_at,
      expires_at = excluded.expires_at
    returning *`)
  return db
    .with(...forgivenTries(db), standing, seen, recorded, entered)
    .select({
      isIn: sql<boolean>`s.admitted_at is not null`,
      deviceId: sql<string | null>`s.device_id`,
      facts: {
        ...personFacts,
        ...dutyFacts(sql`s.strong_at is not null`),
        sessionId: sql<string>`s.id`,
        isProved: sql<boolean>`s.proved_at is not null`,
      },
    })
    .from(sql`entered s
      cross join lateral (select * from ${people} o where o.tenant_id = s.tenant_id and o.id = s.person_id limit 1) p
      ${staffOf}`)
})
