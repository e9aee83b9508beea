import { type SQL, sql } from "drizzle-orm"

/**
 * The accounts that were found, fetched by their ids, and what was merged away as what it went into. Materialized, for the
 * planner would rather walk through all customers by time until a page of them is met.
 */
export function accountsOf(ids: readonly string[]): SQL {
  const found = sql`${sql.param(ids)}::text[]`
  return sql`(with one as materialized (select * from identity.accounts where id = any(${found}))
    select * from one
    union all
    select * from identity.accounts where id = any(array(select merged_into_id from one where merged_into_id is not null))
      and id <> all(${found}))`
}
