import type { SealedColumn } from "#kit/reseal.ts"

/** Every column that holds sealed text: what a new key has to reach. A test compares it with the tables. */
export const sealedColumns: readonly SealedColumn[] = [
  { schema: "payments", table: "endpoints", column: "api_key_sealed", placeColumn: "api_key" },
  { schema: "payments", table: "endpoints", column: "webhook_secret_sealed", placeColumn: "webhook_secret" },
  { schema: "payments", table: "payment_methods", column: "token_sealed", placeColumn: "token" },
  { schema: "provisioning", table: "panels", column: "sealed_credentials" },
  { schema: "provisioning", table: "credentials", column: "sealed_password", rowColumn: "service_id" },
  { schema: "provisioning", table: "sign_ons", column: "sealed_url" },
  { schema: "identity", table: "second_factors", column: "secret_sealed", rowColumn: "person_id" },
  { schema: "privacy", table: "exports", column: "sealed_key" },
  { schema: "federation", table: "providers", column: "secret_sealed" },
  { schema: "oauth", table: "signing_keys", column: "private_sealed" },
  { schema: "idempotency", table: "answered_requests", column: "answer" },
]
