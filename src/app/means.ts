import type { Keyring, SealPlace } from "#kit/secrets.ts"
import type { PaymentDoors } from "#payments"
import type { ProvisioningMeans, SecretBox } from "#provisioning"
import type { Ground } from "./ground.ts"
import { createPanelHttp } from "./panel-http.ts"

/** What modules need from the program beyond their context: the way out and the keys. */
export interface Means {
  readonly payments: PaymentDoors
  readonly provisioning: ProvisioningMeans
}

export function createMeans(ground: Ground): Means {
  const { outside, keyring, allowPrivate } = ground
  return {
    payments: { outside, keyring },
    provisioning: { http: createPanelHttp(outside, { allowPrivate }), secrets: createSecretBox(keyring) },
  }
}

function createSecretBox(keyring: Keyring): SecretBox {
  return {
    seal: (plain, row) => keyring.seal(placeOf(row), plain),
    open: (sealed, row) => keyring.open(placeOf(row), sealed),
  }
}

/** "provisioning.panels/ten_demo/pnl_…": table, tenant and row in one text. */
function placeOf(row: string): SealPlace {
  const [table = "", tenant = "", id = ""] = row.split("/")
  return { table, tenant, column: "sealed", row: id }
}
