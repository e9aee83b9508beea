import type { PaymentDoors } from "#payments"
import type { ProvisioningDoors } from "#provisioning"
import type { Ground } from "./ground.ts"

/** What modules need from the program beyond their context: the way out and the keys. */
export interface Means {
  readonly payments: PaymentDoors
  readonly provisioning: ProvisioningDoors
}

export function createMeans(ground: Ground): Means {
  const { outside, keyring, allowPrivate } = ground
  return {
    payments: { outside, keyring },
    provisioning: { outside, keyring, allowPrivate },
  }
}
