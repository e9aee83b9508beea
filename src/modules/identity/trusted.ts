import { sql } from "drizzle-orm"

/** How long a browser is spared the second factor: long enough to be of use, short enough for a laptop that was sold. */
export const TRUSTED = sql`interval '30 days'`
