import { type SQL, sql } from "drizzle-orm"
import type { PersonalTable } from "./define.ts"

export function tableName({ table }: Pick<PersonalTable, "table">): SQL {
  const [schema = "", name = ""] = table.split(".")
  return sql`${sql.identifier(schema)}.${sql.identifier(name)}`
}
