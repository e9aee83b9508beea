import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { consents } from "./sign-in-tables.ts"
import { people } from "./tables.ts"

/**
 * Facts about consents prove what was agreed. Of those who are with us they all stay; of forgotten people they go when
 * nobody can ask for the proof any more.
 */
export async function forgetConsents(ctx: Context, window: ForgetWindow): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${consents} where id in (
      select fact.id from ${consents} as fact join ${people} as person
        on person.tenant_id = fact.tenant_id and person.id = fact.person_id
      where ${isInWindow(sql`person.erased_at`, window)}
      limit ${window.atMost})`)
  return gone.rowCount ?? 0
}
