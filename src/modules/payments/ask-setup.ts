import { type CallContext, GiveUp } from "#kit/work/define.ts"
import { getSetup } from "./get-setup.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { recordSetup } from "./record-setup.ts"

/** Reads the gateway's own word on a page to leave a method, and writes it down. May run twice. */
export async function askSetup(doors: PaymentDoors, call: CallContext, setupId: string): Promise<string> {
  const setup = await call.read((ctx) => getSetup(ctx, { kind: "all" }, setupId))
  const { kept } = await openGateway(doors, call, setup.gateway)
  if (!kept) throw new GiveUp(`${setup.gateway} keeps no methods`)
  const found = setup.setupId ? await kept.readSetup(setup.setupId) : await kept.findSetup(setupId)
  return call.transact((ctx) => recordSetup(ctx, doors.keyring, { setupId, found }))
}
