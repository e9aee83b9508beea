import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type pg from "pg"

/** The very rows that a run wrote, read into empty tables of the same kind: what writing them costs at least. */
export interface RenewalCopy extends Disposable {
  /** Takes what was written since the last time. How many renewals that is. */
  cut(): Promise<number>
  /** Writes what was cut last, by COPY and one commit, and says how long that took. */
  copyMs(): Promise<number>
}

export async function openRenewalCopy(database: pg.Client): Promise<RenewalCopy> {
  // The database's server runs as somebody else where we are root.
  const place = mkdtempSync(join(tmpdir(), "hostwell-bench-copy-"))
  chmodSync(place, 0o777)
  await database.query(copySql)
  await database.query("select copies.prepare()")
  return {
    cut: async () => {
      const { rows } = await database.query<{ renewals: number }>("select copies.cut($1) as renewals", [
        place,
      ])
      return rows[0]?.renewals ?? 0
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

/**
 * The tables a renewal writes to, the agreement's own new version among them, each with its indexes, checks and foreign
 * keys. The wall between tenants and the triggers are left out: COPY can't pass the one, and needs not call the others.
 */
const copySql = `
  create schema copies;
  create table copies.slice (id text primary key);
  create table copies.progress (last_number text not null);
  insert into copies.progress values ('');
  create table copies.written (position int, home text, name text, which text);
  insert into copies.written values
    (1, 'billing', 'payment_requests', 'id in (select id from copies.slice)'),
    (2, 'billing', 'payment_request_lines', 'request_id in (select id from copies.slice)'),
    (3, 'billing', 'subscriptions', 'request_id in (select id from copies.slice)'),
    (4, 'billing', 'collecting_notes', 'subscription_id in (select id from billing.subscriptions
      where request_id in (select id from copies.slice))'),
    (5, 'events', 'events', 'data->>''requestId'' in (select id from copies.slice)'),
    (6, 'audit', 'entries', 'subject_id in (select id from copies.slice)');

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
  declare one record; renewals int;
  begin
    delete from copies.slice;
    insert into copies.slice select id from billing.payment_requests
      where number > (select last_number from copies.progress);
    update copies.progress set last_number = coalesce((select max(number) from billing.payment_requests), '');
    analyze copies.slice;
    for one in select * from copies.written order by position loop
      execute format('copy (select * from %I.%I where %s) to %L', one.home, one.name, one.which,
        place || '/' || one.name);
    end loop;
    select count(*) into renewals from billing.subscriptions where request_id in (select id from copies.slice);
    return renewals;
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
      execute format('copy copies.%I from %L', one.name, place || '/' || one.name);
    end loop;
  end $$`
