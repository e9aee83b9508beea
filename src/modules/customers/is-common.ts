import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { fitsHostname, fitsOwnWords, type Needle } from "./fits-search.ts"

/** Of so many newest customers, or services, so many have what is common. */
const PROBED = 300
const COMMON = 3

/** Whether so many of the newest fit that going through the list fills its page. Two short looks, and no index. */
export async function isCommon(ctx: Context, needle: Needle): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ accounts: number; hosts: number }>(sql`
    select
      (select count(*)::int from (select name, person_name, company, email, phone from identity.accounts
        order by created_at desc, id desc limit ${PROBED}) a where ${fitsOwnWords(sql`a`, needle)}) as accounts,
      (select count(*)::int from (select hostname from provisioning.services
        order by created_at desc, id desc limit ${PROBED}) s where ${fitsHostname(sql`s.hostname`, needle)}) as hosts`)
  return rows.some(({ accounts, hosts }) => Math.max(accounts, hosts) >= COMMON)
}
