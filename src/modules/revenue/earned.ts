import { type SQL, sql } from "drizzle-orm"

/**
 * How much of a deferral is earned when so many days have passed: straight-line by day, half up, never more than what
 * credit notes have left of it. As SQL, because it is asked of all of them at once; numeric, because a large amount
 * times its days outgrows a bigint.
 */
export function earnedBy(day: SQL): SQL {
  const total = sql`(d.end_on - d.start_on)`
  const passed = sql`least(greatest(${day} - d.start_on, 0), ${total})`
  return sql`least(
    floor((2 * d.net_minor::numeric * ${passed} + ${total}) / (2 * ${total}))::bigint,
    d.net_minor - d.released_minor)`
}
