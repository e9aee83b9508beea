import type { virtfusionServers, virtfusionUsers } from "./virtfusion-tables.ts"

export type UserRow = typeof virtfusionUsers.$inferSelect
export type ServerRow = typeof virtfusionServers.$inferSelect

export type BuildStage = "allocated" | "building" | "complete" | "failed"

/** A build takes place between two moments of the company's clock; nothing runs meanwhile. */
export function stageOf(server: ServerRow, now: Temporal.Instant): BuildStage {
  if (!server.buildStartedAt || !server.buildReadyAt) return "allocated"
  if (Temporal.Instant.compare(now, server.buildReadyAt) < 0) return "building"
  return server.buildFails ? "failed" : "complete"
}

export function isGone(server: ServerRow, now: Temporal.Instant): boolean {
  return server.deleteAt !== null && Temporal.Instant.compare(now, server.deleteAt) >= 0
}

export function describeUser(user: UserRow) {
  return {
    id: user.id,
    admin: false,
    extRelationId: user.extRelationId,
    selfService: user.selfService,
    name: user.name,
    email: user.email,
    timezone: "UTC",
    suspended: user.suspended,
    twoFactorAuth: false,
    created: stamp(user.createdAt),
    updated: stamp(user.updatedAt),
  }
}

export function describeServer(server: ServerRow, owner: UserRow, now: Temporal.Instant) {
  const stage = stageOf(server, now)
  return {
    id: server.id,
    uuid: server.uuid,
    ownerId: server.userId,
    hypervisorId: server.hypervisorId,
    name: server.name,
    hostname: server.hostname,
    commissionStatus: commissionStatus(server, stage, now),
    state: stage === "failed" ? "failed" : stage,
    suspended: server.suspended,
    protected: false,
    buildFailed: stage === "failed",
    built: stage === "complete" && server.buildReadyAt ? stamp(server.buildReadyAt) : null,
    created: stamp(server.createdAt),
    updated: stamp(server.updatedAt),
    settings: {
      osTemplateInstall: server.templateId !== null,
      osTemplateInstallId: server.templateId ?? 0,
      resources: {
        memory: server.memory,
        storage: server.storage,
        traffic: server.traffic,
        cpuCores: server.cpuCores,
      },
    },
    traffic: { public: { countMethod: 1, currentPeriod: { start: null, end: null, limit: server.traffic } } },
    network: { interfaces: [describeInterface(server)] },
    vnc: { ip: "127.0.0.1", port: 5900 + (server.id % 1000), enabled: false },
    owner: { id: owner.id, extRelationId: owner.extRelationId, email: owner.email, name: owner.name },
    tasks: { active: stage === "building", lastOn: null, actions: { pending: [] } },
    remoteState: false,
  }
}

export function describeInList(server: ServerRow, now: Temporal.Instant) {
  return {
    id: server.id,
    uuid: server.uuid,
    name: server.name,
    commissioned: stageOf(server, now) === "complete",
    owner: server.userId,
    hypervisorId: server.hypervisorId,
    suspended: server.suspended,
    protected: false,
    created: stamp(server.createdAt),
    updated: stamp(server.updatedAt),
  }
}

const KEPT_BACKUPS = 3
const BACKUP_SECONDS = 60

/** One a day since it was built; the newest is in the making for its first minute. */
export function describeBackups({ id, buildReadyAt }: ServerRow, now: Temporal.Instant) {
  if (!buildReadyAt || Temporal.Instant.compare(now, buildReadyAt) < 0) return []
  const newest = Math.floor(buildReadyAt.until(now).total("hours") / 24)
  const days = Array.from({ length: Math.min(KEPT_BACKUPS, newest + 1) }, (_, index) => newest - index)
  return days.map((day) => {
    const made = buildReadyAt.add({ hours: 24 * day })
    const complete = made.until(now).total("seconds") >= BACKUP_SECONDS
    return {
      id: id * 10_000 + day,
      complete,
      progress: complete ? 100 : 50,
      restoring: false,
      deleting: false,
      created: stamp(made),
    }
  })
}

/** 0 allocated, 3 complete; between them the panel counts through its own stages. */
function commissionStatus(server: ServerRow, stage: BuildStage, now: Temporal.Instant): number {
  if (stage === "allocated") return 0
  if (stage === "complete") return 3
  if (stage === "failed" || !server.buildStartedAt || !server.buildReadyAt) return 2
  const whole = server.buildReadyAt.epochMilliseconds - server.buildStartedAt.epochMilliseconds
  return (now.epochMilliseconds - server.buildStartedAt.epochMilliseconds) * 2 < whole ? 1 : 2
}

function describeInterface(server: ServerRow) {
  const hex = server.id.toString(16).padStart(6, "0")
  return {
    id: 1,
    order: 1,
    enabled: true,
    tag: "primary",
    name: "eth0",
    mac: `02:56:46:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`,
    ipv4: server.ipv4.map((address) => ({
      address,
      gateway: address.replace(/\d+$/, "1"),
      netmask: "255.255.255.0",
    })),
    ipv6: [{ subnet: `2001:db8:${(server.id % 65_536).toString(16)}::`, cidr: 64, addresses: [] }],
  }
}

/** "2026-01-05T09:00:00+00:00", as Laravel writes it. */
export function stamp(moment: Temporal.Instant): string {
  return moment.round("second").toString().replace("Z", "+00:00")
}
