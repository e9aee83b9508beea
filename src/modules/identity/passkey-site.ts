import type { TenantSettings } from "#tenancy"

/** One a device and some to spare. */
export const MOST_PASSKEYS = 20

/** The name that passkeys are bound to: the shop's own, from its settings, never from a request's headers. */
export function passkeySite(settings: TenantSettings): { origin: string; rpId: string; rpName: string } {
  const { origin, hostname } = new URL(settings.publicUrl)
  return { origin, rpId: hostname, rpName: settings.name }
}
