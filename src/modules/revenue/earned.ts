import { type SQL, sql } from "drizzle-orm"

/**
 * How much of a deferral is earned when so many days have passed: straight-line by day, half up. What a credit note
 * takes back leaves less for the days after it, evenly; the days before it earned what they earned. As SQL, because it
 * is asked of all of them at once; numeric, because a large amount times its days outgrows a bigint.
 */
export function earnedBy(day: SQL): SQL {
  const from = sql`coalesce(d.counted_from, d.start_on)`
  const before = evenly(sql`d.counted_minor`, { day, from: sql`d.start_on`, until: from })
  const rest = sql`(d.net_minor - d.released_minor - d.counted_minor)`
  return sql`(${before} + ${evenly(rest, { day, from, until: sql`d.end_on` })})`
}

function evenly(
  minor: SQL,
  { day, from, until }: { readonly day: SQL; readonly from: SQL; readonly until: SQL },
): SQL {
  const total = sql`(${until} - ${from})`
  const passed = sql`least(greatest(${day} - ${from}, 0), ${total})`
  return sql`coalesce(floor((2 * ${minor}::numeric * ${passed} + ${total}) / nullif(2 * ${total}, 0)), 0)::bigint`
}
