import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm"
import type { Context as HonoContext } from "hono"
import { readAcrossTenants } from "#kit/across-tenants.ts"
import type { Database } from "#kit/db.ts"
import { standInFaults } from "./fault-tables.ts"

export interface Fault {
  readonly fault: string
  readonly delayMs: number
}

export interface FaultOrder extends Fault {
  readonly call: string
  /** How many calls it spoils; null until it is taken away. */
  readonly remaining: number | null
}

/** Takes one use of the oldest fault that fits this call; two calls at once never share the last use. */
export async function takeFault(
  database: Database,
  standIn: string,
  call: string,
): Promise<Fault | undefined> {
  // Nearly every call finds none: that takes one statement and no transaction.
  const [known] = await readAcrossTenants(
    database,
    sql`select from ${standInFaults}
      where ${standInFaults.standIn} = ${standIn} and ${standInFaults.call} in (${call}, '*') limit 1`,
  )
  if (!known) return undefined
  return database.transactAcrossTenants(async (db) => {
    const [found] = await db
      .select()
      .from(standInFaults)
      .where(and(eq(standInFaults.standIn, standIn), inArray(standInFaults.call, [call, "*"])))
      .orderBy(asc(standInFaults.id))
      .limit(1)
      .for("update")
    if (!found) return undefined
    if (found.remaining !== null) {
      await db
        .update(standInFaults)
        .set({ remaining: sql`${standInFaults.remaining} - 1` })
        .where(eq(standInFaults.id, found.id))
      await db
        .delete(standInFaults)
        .where(and(isNotNull(standInFaults.remaining), lte(standInFaults.remaining, 0)))
    }
    return { fault: found.fault, delayMs: found.delayMs }
  })
}

export async function addFault(
  database: Database,
  standIn: string,
  order: FaultOrder,
  at: Temporal.Instant,
): Promise<void> {
  await database.transactAcrossTenants((db) =>
    db.insert(standInFaults).values({ standIn, ...order, createdAt: at }),
  )
}

export async function listFaults(
  database: Database,
  standIn: string,
): Promise<(FaultOrder & { readonly createdAt: Temporal.Instant })[]> {
  return database.transactAcrossTenants((db) =>
    db
      .select({
        createdAt: standInFaults.createdAt,
        call: standInFaults.call,
        fault: standInFaults.fault,
        remaining: standInFaults.remaining,
        delayMs: standInFaults.delayMs,
      })
      .from(standInFaults)
      .where(eq(standInFaults.standIn, standIn))
      .orderBy(asc(standInFaults.id))
      .limit(200),
  )
}

export async function clearFaults(database: Database, standIn: string): Promise<void> {
  await database.transactAcrossTenants((db) =>
    db.delete(standInFaults).where(eq(standInFaults.standIn, standIn)),
  )
}

/** Says nothing until the caller has hung up, at most this long: what a time-out looks like from outside. */
export async function hang(c: HonoContext, atMostMs: number): Promise<Response> {
  await pause(atMostMs, c.req.raw.signal)
  return breakConnection(c)
}

/** The connection dies without an answer. */
export function breakConnection(c: HonoContext): Response {
  const bindings = c.env as { incoming?: { socket?: { destroy(): void } } } | undefined
  const socket = bindings?.incoming?.socket
  if (socket) {
    socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
  // Not behind a socket of ours (a test that calls the app itself): the body breaks off instead.
  const broken = new ReadableStream({
    start: (controller) => controller.error(new Error("connection broken on purpose")),
  })
  return new Response(broken)
}

export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener("abort", done, { once: true })
    if (signal?.aborted) done()
    function done() {
      clearTimeout(timer)
      resolve()
    }
  })
}
