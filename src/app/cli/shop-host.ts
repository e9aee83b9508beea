import {
  addHost,
  getHost,
  type HostView,
  listHosts,
  loadLook,
  lookUp,
  makeHostPrimary,
  recordFinding,
  removeHost,
} from "#hosts"
import { type Context, within } from "#kit/context.ts"
import { Refusal, sayRefusal } from "#kit/refusal.ts"
import { findLanding } from "#tenancy"
import { nameServiceUrlOf } from "../name-service.ts"
import { CliRefusal, type Doors } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

interface At {
  readonly shop?: string
}

export async function listShopHosts(doors: Doors, output: Output, { shop }: At): Promise<void> {
  const items = await doors.inShop(shop, list)
  printTable(
    output,
    ["host", "state", "first", "last look"],
    items.map((one) => [written(one), one.state, one.isPrimary ? "yes" : "", one.checkedAt ?? ""]),
  )
}

export async function addShopHost(doors: Doors, output: Output, wish: At & { host: string }): Promise<void> {
  const { host } = wish
  const added = await orSay(() =>
    doors.inShop(wish.shop, async (ctx) => {
      const id = await addHost(ctx, { host, allowReserved: doors.config.isSandbox })
      return getHost(ctx, within(ctx.actor), id, await findLanding(ctx))
    }),
  )
  output.line(`${written(added)} is added. Set these records, then: hostwell shop host check ${added.host}`)
  printRecords(output, added)
}

/** Looks while you wait; the same look, and the same note of it, as the hourly one. */
export async function checkShopHost(
  doors: Doors,
  output: Output,
  wish: At & { host: string },
): Promise<void> {
  const { id } = await findNamed(doors, wish)
  const look = await doors.inShop(wish.shop, (ctx) => loadLook(ctx, id))
  if (!look) throw new CliRefusal(`${wish.host} came with the shop: there is nothing to look for.`)
  const finding = await doors.withGround((ground) =>
    lookUp({ ...ground, nameServiceUrl: nameServiceUrlOf(doors.config) }, look),
  )
  await doors.inShop(wish.shop, (ctx) => recordFinding(ctx, id, finding))
  const now = await findNamed(doors, wish)
  output.line(`${written(now)}: ${now.state}${now.trouble ? ` (${now.trouble})` : ""}`)
  printRecords(output, now)
}

export async function makeShopHostPrimary(
  doors: Doors,
  output: Output,
  wish: At & { host: string; behindProxy?: boolean },
): Promise<void> {
  const { id } = await findNamed(doors, wish)
  const isBehindProxy = wish.behindProxy ?? false
  await orSay(() =>
    doors.inShop(wish.shop, async (ctx) =>
      makeHostPrimary(ctx, { id, isBehindProxy }, await findLanding(ctx)),
    ),
  )
  output.line(`The shop is seen under ${wish.host} from now on; its other names lead there.`)
}

export async function removeShopHost(
  doors: Doors,
  output: Output,
  wish: At & { host: string },
): Promise<void> {
  const { id } = await findNamed(doors, wish)
  await orSay(() => doors.inShop(wish.shop, (ctx) => removeHost(ctx, id)))
  output.line(`${wish.host} leads to the shop no longer.`)
}

async function findNamed(doors: Doors, { shop, host }: At & { host: string }): Promise<HostView> {
  const items = await doors.inShop(shop, list)
  const found = items.find((one) => one.host === host || one.name === host)
  if (found) return found
  throw new CliRefusal(`The shop has no name ${host}: hostwell shop host list.`)
}

async function list(ctx: Context): Promise<HostView[]> {
  return listHosts(ctx, within(ctx.actor), await findLanding(ctx))
}

function written({ host, name }: HostView): string {
  return host === name ? host : `${name} (${host})`
}

function printRecords(output: Output, { records }: HostView): void {
  printTable(
    output,
    ["type", "name", "value", "found"],
    records.map(({ type, name, value, isFound }) => [type, name, value, isFound ? "yes" : "no"]),
  )
}

async function orSay<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refusal) throw new CliRefusal(sayRefusal(error, "en"), { cause: error })
    throw error
  }
}
