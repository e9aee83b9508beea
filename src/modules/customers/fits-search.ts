import { type SQL, sql } from "drizzle-orm"
import type { readNeedle } from "./needle.ts"

export type Needle = NonNullable<ReturnType<typeof readNeedle>>

/**
 * What customers.matches finds by its indexes, asked of the account `a` alone: for lists that are gone through, because
 * many fit. Each part looks at what hangs on that one account, and stops at the first.
 */
export function fitsSearch(needle: Needle): SQL {
  return sql`(${hasIt(sql`a`, needle)} or (select true from identity.accounts merged
    where merged.merged_into_id = a.id and ${hasIt(sql`merged`, needle)} limit 1) is true)`
}

/** What stands on the account's own row: most of what is common stands there. */
export function fitsOwnWords(account: SQL, { words, digits }: Needle): SQL {
  const own = sql`${account}.name || chr(10) || ${account}.person_name || chr(10) || coalesce(${account}.company, '')
    || chr(10) || ${account}.email`
  return sql`(lower(${own}) like ${half(words)} ${digits ? sql`or ${hasDigits(sql`${account}.phone`, digits)}` : sql``})`
}

export function fitsHostname(hostname: SQL, { words }: Needle): SQL {
  return sql`lower(${hostname}) like ${half(words)}`
}

function hasIt(account: SQL, needle: Needle): SQL {
  const { words, digits } = needle
  const of = (from: SQL, fits: SQL) =>
    sql`(select true from ${from} where one.account_id = ${account}.id and ${fits} limit 1) is true`
  const person = sql`lower(p.name || chr(10) || p.email) like ${half(words)}`
  const people = digits ? sql`(${person} or ${hasDigits(sql`p.phone`, digits)})` : person
  const parts = [
    fitsOwnWords(account, needle),
    of(
      sql`provisioning.services one`,
      sql`(${fitsHostname(sql`one.hostname`, needle)} or one.id = ${words})`,
    ),
    of(sql`identity.members one join identity.people p on p.id = one.person_id`, people),
    of(sql`identity.billing_contacts one`, sql`lower(one.name || chr(10) || one.email) like ${half(words)}`),
    of(sql`orders.orders one`, sql`(${begins(sql`one.number`, words.toUpperCase())} or one.id = ${words})`),
    of(sql`billing.invoices one`, begins(sql`one.number`, words.toUpperCase())),
    of(sql`billing.payment_requests one`, begins(sql`one.number`, words.toUpperCase())),
    of(
      sql`provisioning.services one join provisioning.service_addresses x on x.service_id = one.id`,
      begins(sql`x.address`, words),
    ),
    sql`${account}.id = ${words}`,
  ]
  return sql`(${sql.join(parts, sql` or `)})`
}

function hasDigits(phone: SQL, digits: string): SQL {
  return sql`regexp_replace(${phone}, '\\D', '', 'g') like ${`%${digits}%`}`
}

/** In words that no index answers: one that finds all that begin so would be gone through anew for each account. */
function begins(column: SQL, text: string): SQL {
  return sql`starts_with(${column} || '', ${text})`
}

function half(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
