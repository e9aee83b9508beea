import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, GiveUp } from "#kit/work/define.ts"
import type { ConnectedDriver, Driver, DriverCall } from "./drivers/driver.ts"
import { drivers, type ProvisioningDoors, sealPlace } from "./means.ts"
import { createPanelHttp } from "./panel-http.ts"
import type { PanelRow } from "./queries.ts"
import { panels } from "./tables.ts"

export interface OpenPanel {
  readonly driver: Driver
  readonly connected: ConnectedDriver
}

/** The driver of a panel, with its credentials opened for this step alone. */
export async function openPanel(
  doors: ProvisioningDoors,
  call: CallContext,
  panelId: string,
): Promise<OpenPanel> {
  return connectPanel(doors, call, await call.read((ctx) => getPanelRow(ctx, panelId)))
}

/** The same for who has read its row already. */
export function connectPanel(doors: ProvisioningDoors, call: CallContext, panel: PanelRow): OpenPanel {
  const driver = drivers[panel.driver]
  if (!driver) throw new GiveUp(`There is no driver ${panel.driver}.`)
  if (panel.state !== "enabled") throw new GiveUp(`The panel ${panel.name} is switched off.`)
  const sealed = doors.keyring.open(sealPlace.panel(call.tenant, panel.id), panel.sealedCredentials)
  const access = { id: panel.id, panelUrl: panel.panelUrl, credentials: readCredentials(sealed) }
  const http = createPanelHttp(doors.outside, {
    name: `panel ${panel.name}`,
    baseUrl: panel.baseUrl,
    allowPrivate: panel.allowPrivate,
    ...(doors.callTimeoutMs === undefined ? {} : { timeoutMs: doors.callTimeoutMs }),
  })
  return { driver, connected: driver.connect(access, http) }
}

/** The driver's own view of a step: the company's time, and the step's signal and notes. */
export function describeCall(call: CallContext): DriverCall {
  return { log: call.log, signal: call.signal, now: () => call.now(), note: (made) => call.note(made) }
}

async function getPanelRow(ctx: Context, panelId: string): Promise<PanelRow> {
  const [panel] = await ctx.db.select().from(panels).where(eq(panels.id, panelId)).limit(1)
  if (!panel) throw new GiveUp(`Panel ${panelId} does not exist any more.`)
  return panel
}

function readCredentials(text: string): Record<string, string> {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== "object" || parsed === null)
    throw new GiveUp("The panel's credentials can't be read.")
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
}
