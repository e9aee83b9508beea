import type { DriverCall, RemoteBackups } from "./driver.ts"
import { PanelNotFound } from "./virtfusion-answer.ts"
import type { VirtfusionClient } from "./virtfusion-client.ts"
import type { PanelBackup } from "./virtfusion-shapes.ts"

/** Undefined when the panel itself says that it doesn't know the server: there is nothing left to save. */
export async function findBackups(
  client: VirtfusionClient,
  call: DriverCall,
  remoteId: string,
): Promise<RemoteBackups | undefined> {
  try {
    await client.getServer(call, remoteId)
  } catch (error) {
    if (error instanceof PanelNotFound) return undefined
    throw error
  }
  return describeBackups(await client.listBackups(call, remoteId))
}

export function describeBackups(backups: readonly PanelBackup[]): RemoteBackups {
  const whole = backups.filter((backup) => backup.complete && !backup.deleting)
  return {
    newest: whole.map(madeAt).toSorted(Temporal.Instant.compare).at(-1),
    isBeingMade: backups.some((backup) => !backup.complete && !backup.deleting),
  }
}

/** With an offset or, as in the panel's other tables, without one: then it is UTC. */
function madeAt({ created }: PanelBackup): Temporal.Instant {
  const text = created.replace(" ", "T")
  return Temporal.Instant.from(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`)
}
