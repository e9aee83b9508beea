import type { Difference, RemoteListItem } from "./drivers/driver.ts"
import type { DesiredState, ServiceState } from "./service.ts"
import type { driftKinds } from "./tables.ts"

export interface KnownService {
  readonly serviceId: string
  readonly remoteId: string
  readonly state: ServiceState
  readonly desired: DesiredState
}

export interface DriftFinding {
  readonly kind: (typeof driftKinds)[number]
  readonly serviceId: string | null
  readonly remoteId: string
  readonly differences: readonly Difference[]
}

/** Where the panel's list and our services disagree. What is just being changed is no disagreement. */
export function planDrift(known: readonly KnownService[], listed: readonly RemoteListItem[]): DriftFinding[] {
  const services = new Map(known.map((service) => [service.remoteId, service]))
  const remotes = new Map(listed.map((item) => [item.remoteId, item]))
  const missing = known.filter((service) => isOwed(service) && !remotes.has(service.remoteId))
  const extra = listed.filter((item) => {
    const service = services.get(item.remoteId)
    return !service || service.state === "ended"
  })
  return [
    ...missing.map(({ serviceId, remoteId }) => ({
      kind: "missing" as const,
      serviceId,
      remoteId,
      differences: [],
    })),
    ...extra.map((item) => ({
      kind: "extra" as const,
      serviceId: services.get(item.remoteId)?.serviceId ?? null,
      remoteId: item.remoteId,
      differences: [{ what: "name", ours: "", theirs: item.name }],
    })),
    ...known.flatMap((service) => compareOne(service, remotes.get(service.remoteId))),
  ]
}

function isOwed(service: KnownService): boolean {
  return ["active", "suspended", "needs_attention"].includes(service.state) && service.desired !== "ended"
}

function compareOne(service: KnownService, remote: RemoteListItem | undefined): DriftFinding[] {
  const isSettled =
    (service.state === "active" && service.desired === "active") ||
    (service.state === "suspended" && service.desired === "suspended")
  if (!remote || !isSettled || remote.suspended === (service.state === "suspended")) return []
  const differences = [
    { what: "state", ours: service.state, theirs: remote.suspended ? "suspended" : "active" },
  ]
  return [{ kind: "different", serviceId: service.serviceId, remoteId: service.remoteId, differences }]
}
