import type { AddressRules } from "./client.ts"
import { isCallableUri, isRedirectUri } from "./client.ts"
import { oauthRefusals } from "./errors.ts"

export interface ClientAddresses {
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly backchannelLogoutUri?: string | undefined
}

/** Where a program may send people to is decided here, once; afterwards addresses are only compared. */
export function refuseBadAddresses(addresses: ClientAddresses, rules: AddressRules): void {
  for (const field of ["redirectUris", "postLogoutRedirectUris"] as const) {
    for (const address of addresses[field]) {
      if (!isRedirectUri(address, rules))
        oauthRefusals.refuse("oauth.address_refused", { address }, { field })
    }
  }
  const called = addresses.backchannelLogoutUri
  if (called && !isCallableUri(called, rules.allowPrivate)) {
    const detail = { field: "backchannelLogoutUri" }
    oauthRefusals.refuse("oauth.address_refused", { address: called }, detail)
  }
}
