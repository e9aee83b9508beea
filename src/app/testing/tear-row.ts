import pg from "pg"
import type { Company } from "./company.ts"

export interface TornRow extends AsyncDisposable {
  mend(): Promise<void>
}

/** A row that the database won't write, as after a torn page, until it is mended. By whom the tables belong to. */
export async function tearRow(
  { at }: Pick<Company, "at">,
  torn: {
    readonly table: string
    /** "update of state", "insert". */
    readonly act: string
    /** "old.id", "new.invoice_id". */
    readonly told: string
    readonly id: string
    readonly words: string
  },
): Promise<TornRow> {
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  const name = `${torn.table}_torn`
  await owner.query(`create function ${name}() returns trigger language plpgsql as $$ begin
      raise exception '${torn.words}'; end $$;
    create trigger torn before ${torn.act} on ${torn.table} for each row when (${torn.told} = '${torn.id}')
      execute function ${name}()`)
  return {
    mend: async () => void (await owner.query(`drop function ${name} cascade`)),
    [Symbol.asyncDispose]: () => owner.end(),
  }
}
