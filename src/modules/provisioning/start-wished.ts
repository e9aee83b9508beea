import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import type { ServiceRow } from "./queries.ts"
import { applySuspensionHead, startable, terminateServiceHead } from "./work-heads.ts"

/** Starts what moves a standing machine to what is wished for it; nothing when it is there already. */
export async function startWished(ctx: Context, service: ServiceRow): Promise<string | undefined> {
  const { id: serviceId, panelId, remoteId, desired, observed } = service
  if (!panelId || !remoteId || service.state === "building") return undefined
  const input = { serviceId, panelId }
  if (desired === "ended") {
    return startWork(ctx, startable(terminateServiceHead), input, { key: serviceId })
  }
  const wished = desired === "suspended" ? "suspended" : "running"
  return wished === observed ? undefined : startWork(ctx, startable(applySuspensionHead), input)
}
