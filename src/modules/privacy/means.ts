import type { FileStore } from "#kit/files.ts"
import type { PersonalDataHolder } from "#kit/personal-data/define.ts"
import type { Keyring, SealPlace } from "#kit/secrets.ts"

/** What the module is given: every module's word on what it holds, in the order in which erasing goes. */
export interface PrivacyDoors {
  readonly keyring: Keyring
  readonly files: FileStore
  readonly holders: readonly PersonalDataHolder[]
}

export function exportKeyPlace(tenant: string, exportId: string): SealPlace {
  return { tenant, table: "privacy.exports", column: "sealed_key", row: exportId }
}

/** The file's name on the disk: found again by the row, guessed by nobody. */
export function exportFileKey(keyring: Keyring, tenant: string, exportId: string): string {
  return keyring.mac("privacy.export-file", `${tenant} ${exportId}`).slice(0, 32)
}

/** In the mail that says an erasure was asked for: whoever holds it may take that back. */
export function undoToken(keyring: Keyring, tenant: string, erasureId: string): string {
  return `${erasureId}.${keyring.mac("privacy.erasure-undo", `${tenant} ${erasureId}`)}`
}
