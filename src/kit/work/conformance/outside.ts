import pg from "pg"

/**
 * The outside world of the conformance suite: a book that no transaction of ours can take back, kept through
 * connections of its own, so that what a killed process did outside stays done.
 */
export interface Outside {
  /** Writes a call down and says how many there have been of this step, this one included. */
  call(operationId: string, step: string): Promise<number>
  listCalls(operationId?: string): Promise<OutsideRow[]>
  /** True once per key, for ever: over crashes and processes. */
  isFirst(key: string): Promise<boolean>
  close(): Promise<void>
}

export interface OutsideRow {
  readonly operation: string
  readonly step: string
  readonly ms: number
}

export async function prepareOutside(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`
      create schema conformance;
      create table conformance.effects (operation text not null, step text not null, at timestamptz not null);
      create table conformance.outside (number bigserial, operation text not null, step text not null,
        at timestamptz not null default clock_timestamp());
      create table conformance.firsts (key text primary key);
      grant usage on schema conformance to hostwell_app;
      grant all on all tables in schema conformance to hostwell_app;
      grant all on all sequences in schema conformance to hostwell_app`)
  } finally {
    await client.end()
  }
}

export function openOutside(url: string): Outside {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  return {
    call: async (operation, step) => {
      await pool.query("insert into conformance.outside (operation, step) values ($1, $2)", [operation, step])
      const counted = await pool.query<{ count: number }>(
        "select count(*)::int from conformance.outside where operation = $1 and step = $2",
        [operation, step],
      )
      return counted.rows[0]?.count ?? 0
    },
    listCalls: async (operation) => {
      const found = await pool.query<OutsideRow>(
        `select operation, step, (extract(epoch from at) * 1000)::float8 as ms from conformance.outside
         where $1::text is null or operation = $1 order by number`,
        [operation ?? null],
      )
      return found.rows
    },
    isFirst: async (key) => {
      const added = await pool.query(
        "insert into conformance.firsts values ($1) on conflict do nothing returning 1",
        [key],
      )
      return added.rowCount === 1
    },
    close: () => pool.end(),
  }
}
