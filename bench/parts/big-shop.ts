import pg from "pg"
import type { ApiClient } from "#app/api/api-door.ts"
import type { Ground } from "#app/ground.ts"
import { openCompany } from "#app/testing/company.ts"
import { encodeKey } from "#kit/paging.ts"
import { type Grown, type Growth, growths, SEED } from "./growths.ts"

/** A shop with so many of everything, and whoever looks at its lists. */
export interface BigShop extends AsyncDisposable {
  readonly rows: number
  readonly staff: ApiClient
  /** Has the same number of rows in every shop. */
  readonly customer: ApiClient
  readonly tagIds: { readonly common: string; readonly rare: string }
  readonly seed: Grown
  readonly ground: Ground
  readonly tenant: string
  /** Above the tenant wall, for what isn't measured. */
  readonly database: pg.Client
  /** Where a list goes on after so many rows. `moment` is the column it goes by, `where` what it is filtered by. */
  keyAfter(place: ListPlace, rows: number): Promise<string>
}

export interface ListPlace {
  readonly table: string
  readonly moment: string
  readonly where?: string
  readonly order?: "newest" | "oldest"
}

/** One real sale is made, and all its rows are multiplied: what a list shows is what the program itself wrote. */
export async function openBigShop(clusterUrl: string, rows: number): Promise<BigShop> {
  await using opening = new AsyncDisposableStack()
  const company = opening.use(await openCompany({ clusterUrl, player: { kind: "memory", seed: 1 } }))
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  const staff = company.operator.api
  const tagIds = { common: await addTag(staff, "Common"), rare: await addTag(staff, "Rare") }
  const accountId = order.by.accountId ?? ""
  await staff.customers.tags.set({ id: accountId, tagIds: Object.values(tagIds) })
  const database = new pg.Client({ connectionString: company.at.ownerUrl })
  await database.connect()
  opening.defer(() => database.end())
  const seed = await readSeed(database, { orderId: order.orderId, accountId, tagIds })
  await grow(database, rows, { ...seed, tenant: company.tenant })
  const closing = opening.move()
  return {
    rows,
    staff,
    customer: order.by.api,
    tagIds,
    seed: { ...seed, tenant: company.tenant },
    ground: company.ground,
    tenant: company.tenant,
    database,
    keyAfter: (place, after) => keyAfter(database, place, after),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

async function addTag(staff: ApiClient, name: string): Promise<string> {
  const tag = await staff.customers.tags.create({ name, color: "blue" })
  return tag.id
}

async function readSeed(
  database: pg.Client,
  of: { readonly orderId: string; readonly accountId: string; readonly tagIds: BigShop["tagIds"] },
): Promise<Omit<Grown, "tenant">> {
  const { orderId, accountId, tagIds } = of
  const { rows } = await database.query<Grown>(SEED, [orderId, tagIds.common, tagIds.rare])
  const [found] = rows
  if (!found || Object.values(found).some((id) => !id))
    throw new Error("The sale left less than a list shows.")
  return { ...found, orderId, accountId }
}

/** Indexes are made after the rows, which takes a third of the time. */
async function grow(database: pg.Client, rows: number, seed: Grown): Promise<void> {
  // As a superuser's replica: no foreign key is looked up and no trigger asked ten million times.
  await database.query("set session_replication_role = replica; set synchronous_commit = off")
  await database.query("set maintenance_work_mem = '512MB'; set work_mem = '256MB'")
  for (const [table, growing] of Map.groupBy(growths(rows, seed), (one) => one.table)) {
    const indexes = await dropIndexes(database, table)
    for (const growth of growing) {
      await database.query(await multiplication(database, growth), [growth.of, rows])
    }
    for (const one of indexes) await database.query(one)
    await database.query(`vacuum analyze ${table}`)
  }
}

async function dropIndexes(database: pg.Client, table: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where i.indrelid = $1::regclass
        and not exists (select from pg_constraint o where o.conindid = i.indexrelid)`,
    [table],
  )
  for (const { name } of rows) await database.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

async function multiplication(
  database: pg.Client,
  { table, columns, only = "true" }: Growth,
): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  const unknown = Object.keys(columns).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(", ")} any more.`)
  return `insert into ${table} (${names.join(", ")})
    select ${names.map((name) => columns[name] ?? `one.${name}`).join(", ")}
    from (select * from ${table} where id = $1 limit 1) as one, generate_series(1, $2::int) as n
    where ${only}`
}

export async function keyAfter(database: pg.Client, place: ListPlace, rows: number): Promise<string> {
  const { table, moment, where = "true", order = "newest" } = place
  const way = order === "newest" ? "desc" : "asc"
  const found = await database.query<{ at: string; id: string }>(
    `select to_json(${moment}) #>> '{}' as at, id from ${table} where ${where}
      order by ${moment} ${way}, id ${way} offset $1 limit 1`,
    [rows - 1],
  )
  const key = found.rows[0]
  if (!key) throw new Error(`${table} has no ${rows} rows where ${where}.`)
  return encodeKey([Temporal.Instant.from(key.at).toString(), key.id])
}
