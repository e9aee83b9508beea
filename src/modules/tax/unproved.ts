import { and, isNull, ne } from "drizzle-orm"
import { placeProofs } from "./tables.ts"

/** Nobody has settled it yet: the words of an index. */
export const isUnproved = and(ne(placeProofs.verdict, "proved"), isNull(placeProofs.settledAt))
