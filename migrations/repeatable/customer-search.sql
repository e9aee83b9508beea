-- Finds customers by any half of what is known about them. Row-level security would take the index away (the operators
-- of arrays and patterns aren't leakproof), so the function runs with its owner's rights and filters by tenant itself.

-- Every two, three and five letters that stand beside each other. Of pairs alone there are too few: among a million names
-- each stands in a hundred thousand. pg_trgm can't: under the C locale it sees no letter in Korean.
create or replace function customers.word_grams(words text)
returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array(select substr(words, place, wide)
    from unnest(array[2, 3, 5]) as wide, generate_series(1, length(words) + 1 - wide) as place)
$$;

-- Those of a needle's grams that tell most: the longest.
create or replace function customers.needle_grams(needle text)
returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array(select distinct substr(needle, place, wide)
    from (select case when length(needle) < 3 then 2 when length(needle) < 5 then 3 else 5 end as wide) as one,
      generate_series(1, length(needle) + 1 - wide) as place)
$$;

-- What is searched in one text, a line each: who types no line break finds nothing that spans two of them.
create or replace function customers.search_text(names text, email text, phone text)
returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select lower(concat_ws(chr(10), names, email, nullif(regexp_replace(coalesce(phone, ''), '\D', '', 'g'), '')))
$$;

-- Of a number every three, four and five digits that stand beside each other. Of pairs there are but a hundred: among a
-- million numbers each pair stands in a hundred thousand.
create or replace function customers.number_grams(number text)
returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct substr(digits, place, wide)), '{}')
  from (select regexp_replace(coalesce(number, ''), '\D', '', 'g') as digits) as one,
    unnest(array[3, 4, 5]) as wide, generate_series(1, length(digits) + 1 - wide) as place
$$;

-- Those of a half's grams that tell most: the longest.
create or replace function customers.half_grams(digits text)
returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array_agg(distinct substr(digits, place, wide))
  from (select least(length(digits), 5) as wide) as one,
    generate_series(1, length(digits) + 1 - wide) as place
$$;

-- Numbers stood among the words before, and words in pairs only.
drop index if exists identity.accounts_search;
drop index if exists identity.people_search;
drop index if exists identity.accounts_words;
drop index if exists identity.people_words;
drop index if exists identity.billing_contacts_search;
drop index if exists provisioning.services_search;
create index if not exists accounts_word_grams on identity.accounts using gin (customers.word_grams(
  customers.search_text(name || chr(10) || person_name || chr(10) || coalesce(company, ''), email, null)));
create index if not exists accounts_numbers on identity.accounts using gin (customers.number_grams(phone));
create index if not exists people_word_grams on identity.people using gin (
  customers.word_grams(customers.search_text(name, email, null)));
create index if not exists people_numbers on identity.people using gin (customers.number_grams(phone));
create index if not exists billing_contacts_word_grams on identity.billing_contacts using gin (
  customers.word_grams(customers.search_text(name, email, null)));
create index if not exists services_word_grams on provisioning.services using gin (
  customers.word_grams(lower(hostname)));

-- The needle as typed, in lower case; its digits without the zeros a number begins with at home ("010…" is "+8210…").
-- `digits` is null where the needle is no number. Few letters find too much: a pair at least, three digits of a number.
-- Up to five digits are a gram themselves: what the index has found needs no second look.
-- Of each kind `most` at most, in no order. What stands here once more, asked of a single account, is fits-search.ts.
create or replace function customers.matches(needle text, digits text, most integer)
returns table (account_id text, kind text, matched text, subject_id text, rank integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with here as (select nullif(current_setting('app.tenant_id', true), '') as tenant),
  pattern as (select '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%' as of_words,
    replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%' as from_start),
  -- What names one thing comes first: each is a look into an index of its own.
  exact as (
    (select a.id as account_id, 'account' as kind, a.id as matched, a.id as subject_id, 0 as rank
      from here, identity.accounts a where a.tenant_id = here.tenant and a.id = needle)
    union all
    (select i.account_id, 'invoice', i.number, i.id, 1 from here, pattern, billing.invoices i
      where i.tenant_id = here.tenant and i.number >= upper(needle) and i.number < upper(needle) || chr(1114109) limit most)
    union all
    (select r.account_id, 'payment_request', r.number, r.id, 1 from here, billing.payment_requests r
      where r.tenant_id = here.tenant and r.number >= upper(needle) and r.number < upper(needle) || chr(1114109) limit most)
    union all
    (select o.account_id, 'order', o.number, o.id, 1 from here, orders.orders o
      where o.tenant_id = here.tenant and o.number >= upper(needle) and o.number < upper(needle) || chr(1114109) limit most)
    union all
    (select o.account_id, 'order', o.number, o.id, 1 from here, orders.orders o
      where o.tenant_id = here.tenant and o.id = needle)
    union all
    (select s.account_id, 'service', s.hostname, s.id, 1 from here, provisioning.services s
      where s.tenant_id = here.tenant and s.id = needle)
    union all
    (select s.account_id, 'address', x.address, s.id, 1
      from here, provisioning.service_addresses x
      join provisioning.services s on s.tenant_id = x.tenant_id and s.id = x.service_id
      where x.tenant_id = here.tenant and x.address >= needle and x.address < needle || chr(1114109) limit most)
  ),
  -- The rest by halves.
  halves as (
    (select a.id as account_id, case when a.email like of_words then 'email' else 'name' end as kind,
        case when a.email like of_words then a.email else a.name end as matched, a.id as subject_id, 2 as rank
      from here, pattern, identity.accounts a
      where a.tenant_id = here.tenant and length(needle) > 1
        and customers.word_grams(customers.search_text(a.name || chr(10) || a.person_name || chr(10) || coalesce(a.company, ''), a.email, null))
          @> customers.needle_grams(needle)
        and lower(a.name || chr(10) || a.person_name || chr(10) || coalesce(a.company, '') || chr(10) || a.email) like of_words
      limit most)
    union all
    (select a.id, 'phone', a.phone, a.id, 2 from here, identity.accounts a
      where a.tenant_id = here.tenant and length(digits) > 2
        and customers.number_grams(a.phone) @> customers.half_grams(digits)
        and (length(digits) <= 5 or regexp_replace(a.phone, '\D', '', 'g') like '%' || digits || '%')
      limit most)
    union all
    (select m.account_id, case when p.email like of_words then 'email' else 'name' end,
        case when p.email like of_words then p.email else p.name end, m.account_id, 3
      from here, pattern, identity.people p
      join identity.members m on m.tenant_id = p.tenant_id and m.person_id = p.id
      where p.tenant_id = here.tenant and length(needle) > 1
        and customers.word_grams(customers.search_text(p.name, p.email, null)) @> customers.needle_grams(needle)
        and lower(p.name || chr(10) || p.email) like of_words
      limit most)
    union all
    (select m.account_id, 'phone', p.phone, m.account_id, 3 from here, identity.people p
      join identity.members m on m.tenant_id = p.tenant_id and m.person_id = p.id
      where p.tenant_id = here.tenant and length(digits) > 2
        and customers.number_grams(p.phone) @> customers.half_grams(digits)
        and (length(digits) <= 5 or regexp_replace(p.phone, '\D', '', 'g') like '%' || digits || '%')
      limit most)
    union all
    (select c.account_id, 'contact', c.email, c.account_id, 4 from here, pattern, identity.billing_contacts c
      where c.tenant_id = here.tenant and length(needle) > 1
        and customers.word_grams(customers.search_text(c.name, c.email, null)) @> customers.needle_grams(needle)
        and lower(c.name || chr(10) || c.email) like of_words
      limit most)
    union all
    (select s.account_id, 'host', s.hostname, s.id, 3 from here, pattern, provisioning.services s
      where s.tenant_id = here.tenant and length(needle) > 1
        and customers.word_grams(lower(s.hostname)) @> customers.needle_grams(needle) and lower(s.hostname) like of_words
      limit most)
  )
  select account_id, kind, matched, subject_id, rank from exact
  union all
  select account_id, kind, matched, subject_id, rank from halves
$$;

-- Each customer once, by what tells most of them.
create or replace function customers.search(needle text, digits text, most integer)
returns table (account_id text, kind text, matched text, subject_id text)
language sql stable security invoker set search_path = pg_catalog, pg_temp as $$
  select found.account_id, found.kind, found.matched, found.subject_id
  from (
    -- Whatever hangs on an account that was merged away belongs to the one it went into.
    select distinct on (coalesce(a.merged_into_id, a.id))
      coalesce(a.merged_into_id, a.id) as account_id, one.kind, one.matched, one.subject_id, one.rank
    from customers.matches(needle, digits, most) one
    join identity.accounts a on a.id = one.account_id
    order by coalesce(a.merged_into_id, a.id), one.rank, one.matched
  ) found
  order by found.rank, found.matched, found.account_id limit most
$$;

-- The pairs' own.
drop function if exists customers.grams(text);

revoke execute on all functions in schema customers from public;
grant execute on all functions in schema customers to hostwell_app;
