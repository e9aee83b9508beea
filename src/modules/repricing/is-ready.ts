import { and, eq, inArray, or } from "drizzle-orm"
import { priceChangeItems } from "./tables.ts"

/** Was told, or need not be: what is left is to wait for its first time at the other version. */
export const isReady = or(
  inArray(priceChangeItems.state, ["told", "agreed", "declined"]),
  and(eq(priceChangeItems.state, "waiting"), eq(priceChangeItems.direction, "same")),
)
