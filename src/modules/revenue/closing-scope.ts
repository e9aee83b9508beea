import { type SQL, sql } from "drizzle-orm"

export const INVOICES_A_RANGE = 1_000

/** Whose days are closed. An invoice is the least of it: what one paid for and what is taken back of it are counted together. */
export type ClosingScope =
  | { readonly kind: "all" }
  /** Those after the one, up to the other, which is one of them. */
  | { readonly kind: "range"; readonly after: string; readonly upTo: string }
  | { readonly kind: "of"; readonly invoiceIds: readonly string[] }

export function isWithin(scope: ClosingScope, invoiceId: SQL): SQL {
  switch (scope.kind) {
    case "all":
      return sql`true`
    case "range":
      return sql`${invoiceId} > ${scope.after} and ${invoiceId} <= ${scope.upTo}`
    case "of":
      return sql`${invoiceId} = any(${sql.param([...scope.invoiceIds])}::text[])`
  }
}
