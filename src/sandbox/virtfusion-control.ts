import { desc, sql } from "drizzle-orm"
import { Hono } from "hono"
import { z } from "zod"
import { addFault, clearFaults, listFaults } from "./stand-in-faults.ts"
import { calls } from "./virtfusion-api.ts"
import { type VirtfusionFault, virtfusionFaults } from "./virtfusion-faults.ts"
import type { VirtfusionOptions } from "./virtfusion-options.ts"
import { listServers, readSettings } from "./virtfusion-servers.ts"
import { describeServer } from "./virtfusion-shapes.ts"
import { virtfusionCalls, virtfusionSettings } from "./virtfusion-tables.ts"

export const callKinds = [...calls.map((call) => call.kind), "servers.create.dry-run"]

export const faultInput = z.object({
  call: z.enum(["*", ...callKinds]),
  fault: z.enum(Object.keys(virtfusionFaults) as [VirtfusionFault, ...VirtfusionFault[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

const settingsInput = z.object({
  buildSeconds: z.coerce.number().int().min(0).max(86_400).optional(),
  serversPerGroup: z.coerce.number().int().min(0).max(1_000_000).optional(),
})

/** The stand-in's switches as JSON, for tests and proofs. The page has the same ones. */
export function createControl(options: VirtfusionOptions): Hono {
  const control = new Hono()
  const { database, clock } = options
  control.get("/faults", async (c) => c.json({ items: await listFaults(database, "virtfusion") }))
  control.post("/faults", async (c) => {
    const parsed = faultInput.safeParse(await c.req.json())
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    await addFault(database, "virtfusion", parsed.data, clock.now())
    return c.json({ items: await listFaults(database, "virtfusion") }, 201)
  })
  control.delete("/faults", async (c) => {
    await clearFaults(database, "virtfusion")
    return c.json({ items: [] })
  })
  control.put("/settings", async (c) => {
    const parsed = settingsInput.safeParse(await c.req.json())
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    return c.json(await saveSettings(options, parsed.data))
  })
  control.get("/settings", async (c) => c.json(await saveSettings(options, {})))
  control.get("/books", async (c) => c.json(await readBooks(options)))
  return control
}

export async function saveSettings(
  { database, clock }: Pick<VirtfusionOptions, "database" | "clock">,
  wanted: z.infer<typeof settingsInput>,
): Promise<{ buildSeconds: number; serversPerGroup: number }> {
  return database.transactAcrossTenants(async (db) => {
    const { buildSeconds, serversPerGroup } = await readSettings({ db, now: clock.now() })
    const row = { buildSeconds, serversPerGroup, ...wanted }
    await db
      .insert(virtfusionSettings)
      .values({ id: "settings", ...row })
      .onConflictDoUpdate({ target: virtfusionSettings.id, set: row })
    return row
  })
}

/** The panel's own books: what exists there, and how often each call came in. */
async function readBooks({ database, clock }: VirtfusionOptions) {
  return database.transactAcrossTenants(async (db) => {
    const panel = { db, now: clock.now() }
    const servers = await listServers(panel)
    const counts = await db
      .select({ kind: virtfusionCalls.kind, calls: sql<number>`count(*)::int` })
      .from(virtfusionCalls)
      .groupBy(virtfusionCalls.kind)
      .orderBy(virtfusionCalls.kind)
    return {
      servers: servers.map(({ server, owner }) => ({
        ...describeServer(server, owner, panel.now),
        buildCount: server.buildCount,
      })),
      calls: Object.fromEntries(counts.map((row) => [row.kind, row.calls])),
    }
  })
}

export async function listCalls({ database }: VirtfusionOptions, limit: number) {
  return database.transactAcrossTenants((db) =>
    db.select().from(virtfusionCalls).orderBy(desc(virtfusionCalls.id)).limit(limit),
  )
}
