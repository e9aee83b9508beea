import { existsSync } from "node:fs"
import { userInfo } from "node:os"
import { join } from "node:path"
import { permissions } from "#identity"
import type { Actor, Context } from "#kit/context.ts"
import { appUrlOf } from "#kit/migrate.ts"
import { ensureAccess, isListening, ownerUrl } from "#kit/postgres/access.ts"
import { listTenants, type Tenant } from "#tenancy"
import type { Config } from "../config.ts"
import { type Ground, openGround } from "../ground.ts"
import { databasePassword, openKeyring } from "../keys.ts"
import { createLog } from "../log.ts"

/** Said to the person at the keyboard, as it is, without a stack. */
export class CliRefusal extends Error {
  override readonly name = "CliRefusal"
}

/** What commands work with, opened only when one needs it. */
export interface Doors {
  readonly config: Config
  ownerUrl(): Promise<string>
  withGround<Result>(body: (ground: Ground) => Promise<Result>): Promise<Result>
  /** In the shop the person named, or in the only one there is; as that person, who appears in the audit. */
  inShop<Result>(shop: string | undefined, body: (ctx: Context) => Promise<Result>): Promise<Result>
}

export function openDoors(config: Config): Doors {
  const findOwner = () => findOwnerUrl(config)
  const withGround: Doors["withGround"] = async (body) => {
    const appUrl = config.databaseAppUrl ?? appUrlOf(await findOwner(), databasePassword(config))
    // What goes wrong is said by the command itself; its log would only be in the way.
    const log = createLog({ level: config.logLevel === "debug" ? "debug" : "silent" })
    const keyring = openKeyring(config)
    const ground = await openGround({
      appUrl,
      keyring,
      log,
      allowPrivate: config.isSandbox,
      filesPlace: join(config.home, "files"),
      maxConnections: 3,
    })
    try {
      return await body(ground)
    } finally {
      await ground.close()
    }
  }
  return {
    config,
    ownerUrl: findOwner,
    withGround,
    inShop: (shop, body) =>
      withGround(async (ground) => {
        const tenant = chooseShop(await ground.database.transactAcrossTenants(listTenants), shop)
        return ground.inTenant(tenant.id, body, { actor: whoTypes() })
      }),
  }
}

/** Who appears in the audit. */
export function whoTypes(): Actor {
  return { kind: "system", name: `cli:${userInfo().username}`, permissions: new Set(permissions) }
}

/** The settings' database, or the one a running Hostwell keeps below its home. None is started for a command. */
async function findOwnerUrl(config: Config): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const access = existsSync(join(config.home, "postgres.json")) ? await ensureAccess(config.home) : undefined
  if (access && (await isListening(access.port))) return ownerUrl(access)
  throw new CliRefusal(
    `Hostwell is not running in ${config.home}. Start it with npm start, or set DATABASE_URL.`,
  )
}

function chooseShop(shops: readonly Tenant[], wanted: string | undefined): Tenant {
  const names = shops.map((one) => one.slug).join(", ")
  const chosen =
    wanted === undefined && shops.length === 1 ? shops[0] : shops.find((one) => one.slug === wanted)
  if (chosen) return chosen
  if (shops.length === 0) throw new CliRefusal("There is no shop yet.")
  throw new CliRefusal(
    wanted === undefined ? `Which shop? --shop ${names}` : `There is no shop ${wanted}: ${names}.`,
  )
}
