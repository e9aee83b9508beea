import { randomBytes, randomUUID } from "node:crypto"
import { and, asc, count, eq, gt, isNull, or, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { type Answer, conflict, created, done, locked, missing, ok, refused } from "./virtfusion-answers.ts"
import { findGroup, findPackage, templates } from "./virtfusion-catalog.ts"
import { describeServer, isGone, type ServerRow, stageOf, type UserRow } from "./virtfusion-shapes.ts"
import {
  virtfusionQueue,
  virtfusionServers,
  virtfusionSettings,
  virtfusionUsers,
} from "./virtfusion-tables.ts"

/** What every call works with: one transaction of the panel's own books, and the company's time. */
export interface Panel {
  readonly db: Transaction
  readonly now: Temporal.Instant
}

export async function allocate(
  panel: Panel,
  body: Record<string, unknown>,
  dryRun: boolean,
): Promise<Answer> {
  const found = findPackage(Number(body.packageId))
  const group = findGroup(Number(body.hypervisorId))
  const owner = await findUser(panel, Number(body.userId))
  if (!found) return refused("The selected package id is invalid.")
  if (!group) return refused("The selected hypervisor id is invalid.")
  if (!owner) return refused("The selected user id is invalid.")
  // One allocation at a time: free room is counted, then taken.
  await panel.db.execute(sql`select pg_advisory_xact_lock(hashtext('sandbox.virtfusion.allocate'))`)
  const settings = await readSettings(panel)
  const used = await countInGroup(panel, group.id)
  if (used >= settings.serversPerGroup) {
    return refused("There were no hypervisors found with enough resources to create this server.")
  }
  const addresses = Number(body.ipv4 ?? 1)
  if (!(addresses >= 0 && addresses <= 4)) return refused("Not enough free IPv4 addresses.")
  if (dryRun) return ok({ dryRun: true })
  const [server] = await panel.db
    .insert(virtfusionServers)
    .values({
      uuid: randomUUID(),
      userId: owner.id,
      groupId: group.id,
      hypervisorId: group.hypervisorId,
      packageId: found.id,
      name: `server-${randomBytes(3).toString("hex")}`,
      memory: Number(body.memory ?? found.memory),
      cpuCores: Number(body.cpuCores ?? found.cpuCores),
      storage: Number(body.storage ?? found.primaryStorage),
      traffic: Number(body.traffic ?? found.traffic),
      ipv4: [],
      createdAt: panel.now,
      updatedAt: panel.now,
    })
    .returning()
  if (!server) throw new Error("The insert answered no row.")
  const ipv4 = Array.from({ length: addresses }, (_, index) => addressOf(server.id * 4 + index))
  const stored = await change(panel, server, { ipv4 })
  return created(describeServer(stored, owner, panel.now))
}

export async function build(
  panel: Panel,
  server: ServerRow,
  owner: UserRow,
  body: Record<string, unknown>,
  fails: boolean,
): Promise<Answer> {
  const template = templates.find((one) => one.id === Number(body.operatingSystemId))
  if (!template) return refused("The selected operating system id is invalid.")
  if (server.suspended) return locked("server is suspended")
  if (stageOf(server, panel.now) === "building") return locked("server is locked")
  const { buildSeconds } = await readSettings(panel)
  const password = createPassword()
  const stored = await change(panel, server, {
    templateId: template.id,
    name: typeof body.name === "string" && body.name !== "" ? body.name : server.name,
    hostname: typeof body.hostname === "string" ? body.hostname : server.hostname,
    buildCount: server.buildCount + 1,
    buildStartedAt: panel.now,
    buildReadyAt: panel.now.add({ seconds: buildSeconds }),
    buildFails: fails,
    rootPassword: password,
    poweredOn: true,
  })
  const described = describeServer(stored, owner, panel.now)
  return ok({ ...described, settings: { ...described.settings, decryptedPassword: password } })
}

/** Unconfirmed for the real panel, so the harsh answer: whoever doesn't look first gets a no. */
export async function setSuspended(panel: Panel, server: ServerRow, suspended: boolean): Promise<Answer> {
  if (server.suspended === suspended) {
    return conflict(suspended ? "server is already suspended" : "server is not suspended")
  }
  if (stageOf(server, panel.now) === "building") return locked("server is locked")
  await change(panel, server, { suspended, poweredOn: !suspended })
  return done
}

/** Sizes follow the named parts only, and a disk never shrinks. */
export async function changePackage(
  panel: Panel,
  server: ServerRow,
  packageId: number,
  parts: Record<string, unknown>,
): Promise<Answer> {
  const found = findPackage(packageId)
  if (!found) return missing("package")
  const info: string[] = []
  const shrinks = found.primaryStorage < server.storage
  if (parts.primaryDiskSize === true && shrinks) {
    info.push("primary disk not updated, the new size is smaller than the current size")
  }
  await change(panel, server, {
    packageId: found.id,
    memory: parts.memory === true ? found.memory : server.memory,
    cpuCores: parts.cpu === true ? found.cpuCores : server.cpuCores,
    storage: parts.primaryDiskSize === true && !shrinks ? found.primaryStorage : server.storage,
    traffic: parts.primaryNetworkTraffic === true ? found.traffic : server.traffic,
  })
  return { status: 200, body: { info } }
}

/** One size alone. The field of the cores is called otherwise than its path, as on the real panel. */
export async function resize(
  panel: Panel,
  server: ServerRow,
  part: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const name = part === "cpuCores" ? "cores" : part
  const amount = Number(body[name])
  if (!Number.isSafeInteger(amount) || amount < 0) return refused(`The ${name} field is required.`)
  await change(panel, server, { [part]: amount })
  return created({ info: [] })
}

export async function resetPassword(panel: Panel, server: ServerRow): Promise<Answer> {
  if (stageOf(server, panel.now) !== "complete") return locked("server is locked")
  const expectedPassword = createPassword()
  await change(panel, server, { rootPassword: expectedPassword })
  return ok({ queueId: await enqueue(panel, server, "resetPassword"), expectedPassword })
}

export async function power(panel: Panel, server: ServerRow, action: string): Promise<Answer> {
  if (stageOf(server, panel.now) !== "complete" || server.suspended) return locked("server is locked")
  await change(panel, server, { poweredOn: action === "boot" || action === "restart" })
  return ok({ queueId: await enqueue(panel, server, action) })
}

export async function remove(panel: Panel, server: ServerRow, delaySeconds: number): Promise<Answer> {
  await change(panel, server, { deleteAt: panel.now.add({ seconds: delaySeconds }) })
  return done
}

export async function findServer(
  panel: Panel,
  id: number,
): Promise<{ server: ServerRow; owner: UserRow } | undefined> {
  if (!Number.isSafeInteger(id)) return undefined
  // Locked: two calls on one machine take their turns, as on a real panel.
  const [server] = await panel.db
    .select()
    .from(virtfusionServers)
    .where(eq(virtfusionServers.id, id))
    .for("update")
    .limit(1)
  if (!server || isGone(server, panel.now)) return undefined
  const owner = await findUser(panel, server.userId)
  if (!owner) throw new Error(`Server ${id} has no owner.`)
  return { server, owner }
}

export async function listServers(
  panel: Panel,
  userId?: number,
): Promise<{ server: ServerRow; owner: UserRow }[]> {
  const rows = await panel.db
    .select()
    .from(virtfusionServers)
    .innerJoin(virtfusionUsers, eq(virtfusionUsers.id, virtfusionServers.userId))
    .where(and(isLive(panel), userId === undefined ? undefined : eq(virtfusionServers.userId, userId)))
    .orderBy(asc(virtfusionServers.id))
  return rows.map((row) => ({ server: row.virtfusion_servers, owner: row.virtfusion_users }))
}

export async function findUser(panel: Panel, id: number): Promise<UserRow | undefined> {
  if (!Number.isSafeInteger(id)) return undefined
  const [row] = await panel.db.select().from(virtfusionUsers).where(eq(virtfusionUsers.id, id)).limit(1)
  return row
}

export async function readSettings(panel: Panel) {
  const [row] = await panel.db.select().from(virtfusionSettings).limit(1)
  return row ?? { id: "settings", buildSeconds: 20, serversPerGroup: 5_000 }
}

export async function countInGroup(panel: Panel, groupId: number): Promise<number> {
  const [row] = await panel.db
    .select({ servers: count() })
    .from(virtfusionServers)
    .where(and(eq(virtfusionServers.groupId, groupId), isLive(panel)))
  return row?.servers ?? 0
}

async function change(
  panel: Panel,
  server: ServerRow,
  columns: Partial<typeof virtfusionServers.$inferInsert>,
): Promise<ServerRow> {
  const [row] = await panel.db
    .update(virtfusionServers)
    .set({ ...columns, updatedAt: panel.now })
    .where(eq(virtfusionServers.id, server.id))
    .returning()
  if (!row) throw new Error(`Server ${server.id} vanished.`)
  return row
}

async function enqueue(panel: Panel, server: ServerRow, action: string): Promise<number> {
  const [row] = await panel.db
    .insert(virtfusionQueue)
    .values({ serverId: server.id, action, startedAt: panel.now, readyAt: panel.now.add({ seconds: 2 }) })
    .returning({ id: virtfusionQueue.id })
  if (!row) throw new Error("The queue answered no row.")
  return row.id
}

function isLive(panel: Panel) {
  return or(isNull(virtfusionServers.deleteAt), gt(virtfusionServers.deleteAt, panel.now))
}

/** 198.18.0.0/15 is kept for benchmarks: nothing real answers there. */
function addressOf(number: number): string {
  return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`
}

function createPassword(): string {
  return randomBytes(12).toString("base64url")
}
