import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"
import { inShop } from "./abuse-people.ts"

/** Who may do what, who is who, and what things cost: as text, so that a difference can be read. */
export async function snapshotOfRights(company: Company): Promise<string> {
  const questions = [
    sql`select person_id, role_id, suspended_at from identity.staff order by id`,
    sql`select id, name, permissions from identity.staff_roles order by id`,
    sql`select person_id, account_id, role from identity.members order by id`,
    sql`select id, email, email_verified from identity.people order by id`,
    sql`select person_id, staff_person_id from identity.impersonations order by id`,
    sql`select id, scopes, account_id, person_id from identity.api_keys where account_id is null order by id`,
    sql`select id, needs_second_factor, networks from identity.staff_policies order by id`,
    sql`select * from catalog.prices order by 1, 2, 3`,
  ]
  const parts = []
  for (const question of questions) parts.push(JSON.stringify((await inShop(company, question)).rows, asText))
  return parts.join("\n")
}

function asText(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value
}
