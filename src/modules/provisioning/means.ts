import type { Driver, PanelHttp } from "./drivers/driver.ts"
import { virtfusion } from "./drivers/virtfusion.ts"

/** What this module needs from the program: a way out, and a box for secrets. Handed in where it is wired. */
export interface ProvisioningMeans {
  readonly http: PanelHttp
  readonly secrets: SecretBox
}

/** Sealed text can be opened only for the row it was sealed for: copied elsewhere it is worthless. */
export interface SecretBox {
  seal(plain: string, row: string): string
  open(sealed: string, row: string): string
}

export const drivers: Readonly<Record<string, Driver>> = { [virtfusion.name]: virtfusion }

/** Which drivers build what is sold. */
export const driversOf: Readonly<Record<"vps", readonly string[]>> = { vps: [virtfusion.name] }

/** What a secret is bound to. */
export const secretRow = {
  panel: (tenant: string, panelId: string) => `provisioning.panels/${tenant}/${panelId}`,
  credentials: (tenant: string, serviceId: string) => `provisioning.credentials/${tenant}/${serviceId}`,
  signOn: (tenant: string, signOnId: string) => `provisioning.sign_ons/${tenant}/${signOnId}`,
} as const
