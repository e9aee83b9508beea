import { GiveUp, TryLater } from "#kit/work/define.ts"
import type {
  BuildCall,
  ConnectedDriver,
  Driver,
  DriverCall,
  PanelAccess,
  PanelHttp,
  RemoteService,
  TestReport,
} from "./driver.ts"
import { PanelNotFound, PanelRefused } from "./virtfusion-answer.ts"
import { findBackups } from "./virtfusion-backups.ts"
import { createVirtfusionClient, type VirtfusionClient } from "./virtfusion-client.ts"
import { createSteps, describeOrder, findLost, isBuilt, runCreateStep } from "./virtfusion-create.ts"
import { resize } from "./virtfusion-resize.ts"
import type { PanelServer } from "./virtfusion-shapes.ts"

/** VirtFusion: virtual servers. One user per account there, one server per service. */
export const virtfusion: Driver = {
  name: "virtfusion",
  credentialFields: ["token"],
  createSteps,
  connect,
}

function connect(panel: PanelAccess, http: PanelHttp): ConnectedDriver {
  const client = createVirtfusionClient(panel, http)
  return {
    create: (step, call) => runCreateStep(client, step, call),
    findLost: async (call) => {
      if (!call.notes().remoteUserId) return undefined
      const lost = await findLost(client, call)
      return lost ? String(lost.id) : undefined
    },
    readBuild: async (call, remoteId) => readBuild(await client.getServer(call, remoteId)),
    renewCredentials: (call) => renewCredentials(client, call),
    suspend: (call, remoteId) => setSuspended(client, call, remoteId, true),
    unsuspend: (call, remoteId) => setSuspended(client, call, remoteId, false),
    changePlan: async (call, remoteId, { packageId, resources }) => {
      const answer = await client.changePackage(call, remoteId, packageId, everyPart)
      return { notices: [...(answer?.info ?? []), ...(await resize(client, { call, remoteId, resources }))] }
    },
    findBackups: (call, remoteId) => findBackups(client, call, remoteId),
    terminate: (call, remoteId) => terminate(client, call, remoteId),
    inspect: async (call, remoteId) => {
      const server = await findServer(client, call, remoteId)
      return server ? describe(server) : undefined
    },
    list: async (call, after) => {
      const page = after ? Number(after) : 1
      const found = await client.listServers(call, page)
      return {
        items: found.data.map((item) => ({
          remoteId: String(item.id),
          name: item.name ?? "",
          suspended: item.suspended,
          createdAt: item.created,
        })),
        next: page < (found.last_page ?? 1) ? String(page + 1) : null,
      }
    },
    actions: ["boot", "shutdown", "restart", "power_off", "reset_password", "reinstall"],
    signOnLink: async (call, owner, remoteId) => {
      const answer = await client.signOn(call, owner.relation, remoteId)
      return {
        url: joinPanelUrl(panel.panelUrl, answer.endpoint_complete),
        expiresInSeconds: answer.expiry?.ttl ?? 60,
      }
    },
    test: (call) => test(client, call),
    capacity: async (call, order, remoteUserId) => {
      try {
        await client.tryAllocate(call, describeOrder(order, remoteUserId))
        return { room: true }
      } catch (error) {
        if (error instanceof PanelRefused) return { room: false, because: error.message }
        throw error
      }
    },
  }
}

/** Every part of a package: what isn't named stays as it was. */
const everyPart = {
  cpu: true,
  memory: true,
  backupPlan: true,
  primaryDiskSize: true,
  primaryNetworkTraffic: true,
  primaryDiskReadIOPS: true,
  primaryDiskWriteIOPS: true,
  primaryDiskReadThroughput: true,
  primaryDiskWriteThroughput: true,
  primaryNetworkInboundSpeed: true,
  primaryNetworkOutboundSpeed: true,
}

function readBuild(server: PanelServer): "building" | "built" {
  if (server.buildFailed)
    throw new GiveUp(`The panel says that building server ${server.id} failed.`, { trouble: "declined" })
  return isBuilt(server) ? "built" : "building"
}

/**
 * The id of the panel's job is written down before the password: whoever finds a job without a password asks
 * for another one, and whoever finds both waits for the job.
 */
async function renewCredentials(client: VirtfusionClient, call: BuildCall): Promise<void> {
  const { remoteId, passwordQueueId } = call.notes()
  if (!remoteId) throw new GiveUp("There is no server to make a password for.")
  const isKept = await call.hasCredentials()
  if (isKept && !passwordQueueId) return
  if (isKept && passwordQueueId) {
    const job = await client.readQueue(call, passwordQueueId)
    if (!job.finished) throw new TryLater("The panel is still setting the new password.", 3)
    if (!job.failed) return
  }
  const answer = await client.resetPassword(call, remoteId, "root")
  await call.remember({ passwordQueueId: String(answer.queueId) })
  await call.keepCredentials({ user: "root", password: answer.expectedPassword })
  throw new TryLater("The panel is setting a new password.", 3)
}

/** Asking for a state it is in already is undefined there: so read first, and read again after. */
async function setSuspended(
  client: VirtfusionClient,
  call: DriverCall,
  remoteId: string,
  suspended: boolean,
): Promise<void> {
  const server = await findServer(client, call, remoteId)
  if (!server) throw new GiveUp(`The panel does not know server ${remoteId}.`)
  if (server.suspended === suspended) return
  await (suspended ? client.suspend(call, remoteId) : client.unsuspend(call, remoteId))
  const after = await client.getServer(call, remoteId)
  if (after.suspended !== suspended) throw new TryLater("The panel has not applied the change yet.", 5)
}

async function terminate(client: VirtfusionClient, call: DriverCall, remoteId: string): Promise<void> {
  if (!(await findServer(client, call, remoteId))) return
  await client.remove(call, remoteId)
  if (await findServer(client, call, remoteId)) {
    throw new TryLater(`The panel is still deleting server ${remoteId}.`, 10)
  }
}

async function findServer(
  client: VirtfusionClient,
  call: DriverCall,
  remoteId: string,
): Promise<PanelServer | undefined> {
  try {
    return await client.getServer(call, remoteId)
  } catch (error) {
    if (error instanceof PanelNotFound) return undefined
    throw error
  }
}

/** A token may pass the first and fail the rest: each scope the driver needs is tried. */
async function test(client: VirtfusionClient, call: DriverCall): Promise<TestReport> {
  const probes = [
    { what: "connect", ask: () => client.connect(call) },
    { what: "packages", ask: () => client.listPackages(call) },
    { what: "groups", ask: () => client.listGroups(call) },
    { what: "servers", ask: () => client.listServers(call, 1, 1) },
  ]
  const checks: TestReport["checks"][number][] = []
  for (const probe of probes) {
    try {
      await probe.ask()
      checks.push({ what: probe.what, ok: true, words: "ok" })
    } catch (error) {
      checks.push({
        what: probe.what,
        ok: false,
        words: error instanceof Error ? error.message : String(error),
      })
    }
  }
  return { ok: checks.every((check) => check.ok), checks }
}

function describe(server: PanelServer): RemoteService {
  const { memory, storage, cpuCores } = server.settings.resources
  const interfaces = server.network?.interfaces ?? []
  return {
    remoteId: String(server.id),
    remoteUserId: String(server.ownerId),
    name: server.name ?? "",
    hostname: server.hostname ?? null,
    state: stateOf(server),
    addresses: interfaces.flatMap((one) => (one.ipv4 ?? []).map(({ address }) => address)),
    resources: { memoryMb: memory, storageGb: storage, cpuCores },
  }
}

function stateOf(server: PanelServer): RemoteService["state"] {
  if (server.buildFailed) return "failed"
  if (server.suspended) return "suspended"
  if (isBuilt(server)) return "running"
  return server.commissionStatus === 0 ? "allocated" : "building"
}

/**
 * The link starts at the address we were configured with. The panel gives a path; a whole address is taken
 * only from the panel's own host, and "//elsewhere" or a backslash would leave it.
 */
export function joinPanelUrl(panelUrl: string, endpoint: string): string {
  const base = panelUrl.replace(/\/+$/, "")
  if (/^https?:\/\//i.test(endpoint)) {
    const given = new URL(endpoint)
    if (given.host !== new URL(base).host) throw new GiveUp("The panel's sign-on link leads to another host.")
    return new URL(given.pathname + given.search, base).toString()
  }
  if (endpoint.startsWith("//") || /[\\\s]/.test(endpoint))
    throw new GiveUp("The panel's sign-on link is not a path.")
  return `${base}/${endpoint.replace(/^\//, "")}`
}
