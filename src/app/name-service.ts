import { PUBLIC_NAME_SERVICE } from "#hosts"
import { PUBLIC_VIES } from "#tax"
import type { Config } from "./config.ts"

/** Where host names are looked up: as the settings say, in the sandbox the stand-in, else the world's own. */
export function nameServiceUrlOf({ nameServiceUrl, isSandbox, port }: Config): string {
  if (nameServiceUrl) return nameServiceUrl
  return isSandbox ? `http://localhost:${port}/sandbox/names/dns-query` : PUBLIC_NAME_SERVICE
}

/** Who is asked about VAT numbers: the same way. */
export function viesUrlOf({ viesUrl, isSandbox, port }: Config): string {
  if (viesUrl) return viesUrl
  return isSandbox ? `http://localhost:${port}/sandbox/vies` : PUBLIC_VIES
}
