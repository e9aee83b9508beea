import { and, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { isWithinNetworks } from "#kit/network.ts"
import type { securityShape } from "./contract.ts"
import { describeDevice } from "./device.ts"
import { findPolicy } from "./find-policy.ts"
import { getPerson } from "./get-person.ts"
import type { OwnSession } from "./proof.ts"
import { devices, passkeys, recoveryCodes, secondFactors, signIns } from "./sign-in-tables.ts"
import { sessions, signInMethods, staff } from "./tables.ts"

type Security = z.infer<typeof securityShape>

/** How a person comes in, and who is in right now; their own, and nobody else's. */
export async function getSecurity(ctx: Context, own: OwnSession): Promise<Security> {
  const { personId } = own
  const person = await getPerson(ctx, personId)
  const isMine = eq(secondFactors.personId, personId)
  const unused = and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))
  const passkeysHeld = await listPasskeys(ctx, personId)
  const hasSecondFactor =
    (await ctx.db.$count(secondFactors, and(isMine, isNotNull(secondFactors.confirmedAt)))) > 0
  const withPassword = and(eq(signInMethods.userId, personId), isNotNull(signInMethods.password))
  return {
    email: person.email,
    isProved: own.isProved,
    hasPassword: (await ctx.db.$count(signInMethods, withPassword)) > 0,
    needsMore: (hasSecondFactor || passkeysHeld.length > 0) && (await isWeakOfStaff(ctx, own)),
    hasSecondFactor,
    recoveryCodesLeft: await ctx.db.$count(recoveryCodes, unused),
    allowsMagicLinks: (await findPolicy(ctx)).allowsMagicLinks,
    passkeys: passkeysHeld,
    sessions: await listSessions(ctx, own),
    signIns: await listSignIns(ctx, personId),
  }
}

/** Came in with one factor, and works here. */
async function isWeakOfStaff(ctx: Context, { id, personId }: OwnSession): Promise<boolean> {
  const isWeak = and(eq(sessions.id, id), isNull(sessions.strongAt))
  const worksHere = and(eq(staff.personId, personId), isNull(staff.suspendedAt))
  return (await ctx.db.$count(sessions, isWeak)) > 0 && (await ctx.db.$count(staff, worksHere)) > 0
}

async function listPasskeys(ctx: Context, personId: string): Promise<Security["passkeys"]> {
  const rows = await ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(passkeys.createdAt)
    .limit(50)
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toString(),
    lastUsedAt: lastUsedAt?.toString() ?? null,
  }))
}

async function listSessions(ctx: Context, own: OwnSession): Promise<Security["sessions"]> {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ipAddress: sessions.ipAddress,
      country: sessions.country,
      createdAt: sessions.createdAt,
      trusted: sql<boolean>`coalesce(${devices.trustedUntil} > now(), false)`,
    })
    .from(sessions)
    .leftJoin(devices, and(eq(devices.tenantId, sessions.tenantId), eq(devices.id, sessions.deviceId)))
    .where(
      and(
        eq(sessions.userId, own.personId),
        gt(sessions.expiresAt, sql`now()`),
        isNotNull(sessions.admittedAt),
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(100)
  return rows.map((row) => ({
    id: row.id,
    device: describeDevice(row.userAgent ?? ""),
    address: row.ipAddress ?? "",
    place: placeOf(row.ipAddress ?? "", row.country),
    since: row.createdAt.toString(),
    isTrusted: row.trusted,
    isThis: row.id === own.id,
  }))
}

async function listSignIns(ctx: Context, personId: string): Promise<Security["signIns"]> {
  const rows = await ctx.db
    .select()
    .from(signIns)
    .where(eq(signIns.personId, personId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(20)
  return rows.map(({ id, method, userAgent, address, country, at }) => ({
    id,
    method,
    device: describeDevice(userAgent),
    address,
    place: placeOf(address, country),
    at: at.toString(),
  }))
}

/** Of networks that are nowhere on a map: the machine itself, a house, an office, a carrier's inside. */
const PRIVATE = [
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "::1",
  "fc00::/7",
  "fe80::/10",
]

function placeOf(address: string, country: string | null) {
  return { country, isPrivate: isWithinNetworks(address, PRIVATE) }
}
