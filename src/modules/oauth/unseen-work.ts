import { type SQL, sql } from "drizzle-orm"
import { codes, families, logouts, signingKeys } from "./tables.ts"

/** Something of a sign-in through others is over, or may be: a family's last token is not looked at here. */
export function anyTokenOver(): SQL {
  return sql`(exists (select from ${codes} where expires_at < now() - interval '1 day')
    or exists (select from ${families} where created_at < now() - interval '2 days')
    or exists (select from ${logouts} where created_at < now() - interval '90 days')
    or exists (select from ${signingKeys} where published_until < now() - interval '365 days'))`
}
