import { and, eq, ne, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { deviceAppeared } from "./events.ts"
import { devices, type SignInWay, signIns } from "./sign-in-tables.ts"
import { sessions } from "./tables.ts"

export interface Admission {
  readonly sessionId: string
  readonly personId: string
  readonly way: SignInWay
  /** From the cookie of an earlier sign-in, if this browser has one. */
  readonly deviceId?: string | undefined
  readonly userAgent: string
  readonly address: string
  readonly country?: string | undefined
  /** Spares this browser the second factor for a while. */
  readonly isTrusted?: boolean
  /** This browser was spared it: it counts as shown. */
  readonly isSpared?: boolean
}

/** A passkey is two by itself: something they have, and its own check of finger, face or code. */
const strongWays: readonly SignInWay[] = ["second-factor", "recovery-code", "passkey"]

/** A month: long enough to be of use, short enough for a laptop that was sold. */
const TRUSTED_DAYS = 30

/** Everything was shown: the session counts from here on. A browser never seen before is told about by mail. */
export async function admitSession(ctx: Context, wish: Admission): Promise<{ deviceId: string }> {
  const known = await recordDevice(ctx, wish)
  const deviceId = known ?? (await addDevice(ctx, wish))
  // Both in one statement: each costs a sign-in the way to the database and back.
  const recorded = ctx.db.$with("recorded").as(
    ctx.db
      .insert(signIns)
      .values({
        id: ctx.newId("sin"),
        personId: wish.personId,
        method: wish.way,
        userAgent: wish.userAgent,
        address: wish.address,
        country: wish.country ?? null,
        at: sql`now()` as never,
      })
      .returning({ id: signIns.id }),
  )
  await ctx.db
    .with(recorded)
    .update(sessions)
    .set({
      admittedAt: sql`now()`,
      // A house where somebody was still signed in has not asked them anything: that lets them in and proves nothing.
      provedAt: wish.way === "provider" ? null : sql`now()`,
      deviceId,
      // As our own server saw it: the library writes an IPv6 address without its lower half.
      ipAddress: wish.address,
      country: wish.country ?? null,
      strongAt: wish.isSpared || strongWays.includes(wish.way) ? sql`now()` : null,
      ...(wish.way === "password" ? {} : { expiresAt: sql`now() + interval '7 days'` }),
    })
    .where(eq(sessions.id, wish.sessionId))
  if (!known && (await hasOtherDevices(ctx, wish.personId, deviceId))) {
    await announce(ctx, deviceAppeared, { personId: wish.personId, deviceId, sessionId: wish.sessionId })
  }
  return { deviceId }
}

async function recordDevice(ctx: Context, wish: Admission): Promise<string | undefined> {
  if (!wish.deviceId) return undefined
  const [seen] = await ctx.db
    .update(devices)
    .set({
      lastSeenAt: sql`now()`,
      address: wish.address,
      userAgent: wish.userAgent,
      ...(wish.isTrusted ? { trustedUntil: trustedUntil() } : {}),
    })
    .where(and(eq(devices.id, wish.deviceId), eq(devices.personId, wish.personId)))
    .returning({ id: devices.id })
  return seen?.id
}

async function addDevice(ctx: Context, wish: Admission): Promise<string> {
  const id = ctx.newId("dev")
  await ctx.db.insert(devices).values({
    id,
    personId: wish.personId,
    userAgent: wish.userAgent,
    address: wish.address,
    trustedUntil: wish.isTrusted ? (trustedUntil() as never) : null,
    createdAt: sql`now()` as never,
    lastSeenAt: sql`now()` as never,
  })
  return id
}

/** The very first one is no news to anybody. */
async function hasOtherDevices(ctx: Context, personId: string, deviceId: string): Promise<boolean> {
  return (await ctx.db.$count(devices, and(eq(devices.personId, personId), ne(devices.id, deviceId)))) > 0
}

function trustedUntil() {
  return sql`now() + make_interval(days => ${TRUSTED_DAYS})`
}
