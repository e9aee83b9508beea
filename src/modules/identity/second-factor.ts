import type { SealPlace } from "#kit/secrets.ts"

/** Where the secret of somebody's app is sealed: moved to another person's row, it opens no more. */
export function secretPlace(tenant: string, personId: string): SealPlace {
  return { tenant, table: "identity.second_factors", column: "secret_sealed", row: personId }
}
