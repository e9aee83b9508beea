import { and, eq, isNull } from "drizzle-orm"
import { correctionItems } from "./correction-tables.ts"

/** What is put right and nobody has been told of. */
export const isUntold = and(eq(correctionItems.standing, "done"), isNull(correctionItems.toldAt))
