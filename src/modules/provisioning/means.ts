import type { Listener } from "#kit/listen.ts"
import type { Outside } from "#kit/outside/outside.ts"
import type { Keyring, SealPlace } from "#kit/secrets.ts"
import type { Driver } from "./drivers/driver.ts"
import { virtfusion } from "./drivers/virtfusion.ts"

/** What the module's work is given once, at start: the way out and the keys. */
export interface ProvisioningDoors {
  readonly outside: Outside
  readonly keyring: Keyring
  /** How long a panel may take for one answer. Default 20 s. */
  readonly callTimeoutMs?: number
}

/** The same for its router, with the ear for what is watched. */
export interface RouterDoors extends ProvisioningDoors {
  readonly listener: Listener
}

export const drivers: Readonly<Record<string, Driver>> = { [virtfusion.name]: virtfusion }

/** Which drivers build what is sold. */
export const driversOf: Readonly<Record<"vps", readonly string[]>> = { vps: [virtfusion.name] }

/** What a secret is bound to: copied to another row it can't be opened. */
export const sealPlace = {
  panel: (tenant: string, row: string): SealPlace => ({
    tenant,
    table: "provisioning.panels",
    column: "sealed_credentials",
    row,
  }),
  password: (tenant: string, row: string): SealPlace => ({
    tenant,
    table: "provisioning.credentials",
    column: "sealed_password",
    row,
  }),
  signOn: (tenant: string, row: string): SealPlace => ({
    tenant,
    table: "provisioning.sign_ons",
    column: "sealed_url",
    row,
  }),
} as const
