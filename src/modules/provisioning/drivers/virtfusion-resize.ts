import type { Resources } from "../service.ts"
import type { DriverCall } from "./driver.ts"
import type { VirtfusionClient } from "./virtfusion-client.ts"

/**
 * What was chosen beyond the package. The panel is asked first, so that a second call changes nothing; what it offers no
 * call for is told.
 */
export async function resize(
  client: VirtfusionClient,
  of: { readonly call: DriverCall; readonly remoteId: string; readonly resources: Resources },
): Promise<string[]> {
  const { call, remoteId, resources } = of
  const { settings } = await client.getServer(call, remoteId)
  const made = settings.resources
  const wanted = [
    ["memory", resources.memoryMb],
    ["cpuCores", resources.cpuCores],
    ["traffic", resources.trafficGb],
  ] as const
  for (const [part, size] of wanted) {
    if (made[part] !== size) await client.resize(call, remoteId, part, size)
  }
  const isSmaller = made.storage < resources.storageGb
  return isSmaller ? [`the disk has ${made.storage} GB and should have ${resources.storageGb}`] : []
}
