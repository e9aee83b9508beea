import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type pg from "pg"

/** The very rows that a run wrote, read into empty tables of the same kind: what writing them costs at least. */
export interface RowCopy extends Disposable {
  /** Takes what was written since the last time. How many agreements that is. */
  cut(): Promise<number>
  /** Writes what was cut last, by COPY and one commit, and says how long that took. */
  copyMs(): Promise<number>
}

/** What a run writes; SQL of ours, never of anybody else. */
export interface Written {
  /** The `id`s of all things that were written about so far. */
  readonly things: string
  /** Each table, with which of its rows belong to copies.slice. */
  readonly tables: readonly (readonly [home: string, name: string, which: string])[]
  /** How many agreements a slice is. */
  readonly agreements: string
}

/**
 * The tables a run writes to, the agreement's own new version among them, each with its indexes, checks and foreign
 * keys. The wall between tenants and the triggers are left out: COPY can't pass the one, and needs not call the others.
 */
export async function openRowCopy(database: pg.Client, written: Written): Promise<RowCopy> {
  // The database's server runs as somebody else where we are root.
  const place = mkdtempSync(join(tmpdir(), "hostwell-bench-copy-"))
  chmodSync(place, 0o777)
  await database.query(copySql(written))
  for (const [index, row] of written.tables.entries()) {
    await database.query("insert into copies.written values ($1, $2, $3, $4)", [index, ...row])
  }
  await database.query("select copies.prepare()")
  return {
    cut: async () => {
      const { rows } = await database.query<{ agreements: number }>("select copies.cut($1) as agreements", [
        place,
      ])
      return rows[0]?.agreements ?? 0
    },
    copyMs: async () => {
      await database.query("select copies.clear()")
      // Foreign keys would be looked up as was best when the tables were nearly empty: row by row.
      await database.query("analyze billing.payment_requests, billing.subscriptions, identity.accounts")
      await database.query("discard plans")
      await database.query("checkpoint")
      const startedMs = performance.now()
      await database.query("select copies.fill($1)", [place])
      return performance.now() - startedMs
    },
    [Symbol.dispose]: () => rmSync(place, { recursive: true, force: true }),
  }
}

const copySql = ({ things, agreements }: Written) => `
  create schema copies;
  create table copies.slice (id text primary key);
  create table copies.done (id text primary key);
  create table copies.written (position int, home text, name text, which text);
  -- What the database reckons by itself is not copied.
  create function copies.columns_of(home text, name text) returns text language sql as $$
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = format('%I.%I', home, name)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
  $$;

  create function copies.prepare() returns void language plpgsql as $$
  declare one record; key record;
  begin
    for one in select * from copies.written order by position loop
      execute format('create table copies.%I (like %I.%I including all)', one.name, one.home, one.name);
      for key in select conname, pg_get_constraintdef(oid) as words from pg_constraint
        where conrelid = format('%I.%I', one.home, one.name)::regclass and contype = 'f'
      loop
        execute format('alter table copies.%I add constraint %I %s', one.name, key.conname, key.words);
      end loop;
    end loop;
  end $$;

  create function copies.cut(place text) returns int language plpgsql as $$
  declare one record; found int;
  begin
    delete from copies.slice;
    insert into copies.slice select distinct id from (${things}) as thing
      where not exists (select from copies.done where done.id = thing.id);
    insert into copies.done select id from copies.slice;
    analyze copies.slice;
    for one in select * from copies.written order by position loop
      execute format('copy (select %s from %I.%I where %s) to %L', copies.columns_of(one.home, one.name), one.home,
        one.name, one.which, place || '/' || one.name);
    end loop;
    select count(*) into found from (${agreements}) as agreement;
    return found;
  end $$;

  create function copies.clear() returns void language plpgsql as $$
  declare one record;
  begin
    for one in select * from copies.written order by position loop
      execute format('truncate copies.%I', one.name);
    end loop;
  end $$;

  create function copies.fill(place text) returns void language plpgsql as $$
  declare one record;
  begin
    for one in select * from copies.written order by position loop
      execute format('copy copies.%I (%s) from %L', one.name, copies.columns_of(one.home, one.name),
        place || '/' || one.name);
    end loop;
  end $$`
