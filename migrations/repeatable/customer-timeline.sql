-- Everything said and done about a customer, from the tables where it stands: no copy that could be behind. Each part
-- reads at most `most` rows, by an index that begins with tenant and account (or person, or mail address), so a page
-- costs the same in the tenth year as in the first. Runs with the caller's own rights: the wall between tenants holds.
-- Moments are ordered by time and, within one, by `id`: that is where the next page goes on.

create or replace function customers.moments(
  account_ids text[], kinds text[], until timestamptz, until_id text, most integer)
returns table (
  id text, at timestamptz, kind text, what text, subject_id text, title text, detail text,
  minor bigint, currency text, by_id text)
language sql stable as $$
  with family as (select unnest(account_ids) as account_id),
  persons as (select distinct m.person_id from identity.members m where m.account_id = any(account_ids)),
  -- Who has left still stands in what was mailed; so do bookkeepers.
  mailboxes as (
    select a.email from identity.accounts a where a.id = any(account_ids)
    union select p.email from identity.people p join persons on persons.person_id = p.id
    union select c.email from identity.billing_contacts c where c.account_id = any(account_ids)
  )
  select * from (
    (select one.* from family cross join lateral (
      select o.id || ':placed' as id, o.created_at as at, 'order' as kind, 'placed' as what, o.id as subject_id,
        o.number as title, o.state as detail, o.total_minor as minor, o.currency as currency, null::text as by_id
      from orders.orders o
      where o.account_id = family.account_id and (o.created_at, o.id || ':placed') < (until, until_id)
        and o.created_at <= until
      order by o.created_at desc, o.id desc limit most) one
      where 'order' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select p.id || ':' || p.state, coalesce(p.settled_at, p.created_at), 'payment', p.state, p.id, p.gateway,
        p.decline, p.amount_minor, p.currency, null::text
      from payments.attempts p
      where p.account_id = family.account_id
        and (coalesce(p.settled_at, p.created_at), p.id || ':' || p.state) < (until, until_id)
      order by coalesce(p.settled_at, p.created_at) desc, p.id desc limit most) one
      where 'payment' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select r.id || ':' || r.state, r.done_at, 'payment', 'refunded', p.id, p.gateway, r.reason, r.amount_minor,
        r.currency, null::text
      from payments.attempts p
      join payments.refunds r on r.tenant_id = p.tenant_id and r.attempt_id = p.id
      where p.account_id = family.account_id and r.state = 'done'
        and (r.done_at, r.id || ':' || r.state) < (until, until_id)
      order by r.done_at desc, r.id desc limit most) one
      where 'payment' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select i.id || ':issued', i.issued_at, 'document', 'invoice_issued', i.id, i.number, i.state, i.total_minor,
        i.currency, null::text
      from billing.invoices i
      where i.account_id = family.account_id and (i.issued_at, i.id || ':issued') < (until, until_id)
        and i.issued_at <= until
      order by i.issued_at desc, i.id desc limit most) one
      where 'document' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select n.id || ':issued', n.issued_at, 'document', 'credit_note_issued', n.invoice_id, n.number, n.reason,
        n.total_minor, n.currency, null::text
      from billing.credit_notes n
      where n.account_id = family.account_id and (n.issued_at, n.id || ':issued') < (until, until_id)
        and n.issued_at <= until
      order by n.issued_at desc, n.id desc limit most) one
      where 'document' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select r.id || ':asked', r.created_at, 'document', 'payment_requested', r.id, r.number, r.state, r.total_minor,
        r.currency, null::text
      from billing.payment_requests r
      where r.account_id = family.account_id and (r.created_at, r.id || ':asked') < (until, until_id)
        and r.created_at <= until
      order by r.created_at desc, r.id desc limit most) one
      where 'document' = any(kinds))
    union all
    -- A service has three moments; each is few rows of one account.
    (select one.* from family cross join lateral (
      select s.id || ':' || happened.what, happened.at, 'service', happened.what, s.id, s.hostname, s.state,
        null::bigint, null::text, null::text
      from provisioning.services s
      cross join lateral (values ('ordered', s.created_at), ('activated', s.activated_at), ('ended', s.ended_at))
        as happened(what, at)
      where s.account_id = family.account_id and happened.at is not null and s.created_at <= until
        and (happened.at, s.id || ':' || happened.what) < (until, until_id)
      order by happened.at desc, s.id || ':' || happened.what desc limit most) one
      where 'service' = any(kinds))
    union all
    (select one.* from mailboxes cross join lateral (
      select m.id || ':mail', m.created_at, 'mail', m.state, m.id, m.subject, m.recipient_address, null::bigint,
        null::text, null::text
      from notifications.messages m
      where m.recipient_address = mailboxes.email and (m.created_at, m.id || ':mail') < (until, until_id)
        and m.created_at <= until
      order by m.created_at desc, m.id desc limit most) one
      where 'mail' = any(kinds))
    union all
    (select one.* from persons cross join lateral (
      select s.id || ':in', s.at, 'sign_in', s.method, s.id, s.address, s.user_agent, null::bigint, null::text,
        s.person_id
      from identity.sign_ins s
      where s.person_id = persons.person_id and (s.at, s.id || ':in') < (until, until_id) and s.at <= until
      order by s.at desc, s.id desc limit most) one
      where 'sign_in' = any(kinds))
    union all
    (select one.* from persons cross join lateral (
      select c.id || ':consent', c.at, 'consent', case when c.is_given then 'given' else 'withdrawn' end, c.id,
        c.purpose, c.basis, null::bigint, null::text, c.person_id
      from identity.consents c
      where c.person_id = persons.person_id and (c.at, c.id || ':consent') < (until, until_id) and c.at <= until
      order by c.at desc, c.id desc limit most) one
      where 'consent' = any(kinds))
    union all
    (select one.* from family cross join lateral (
      select n.id || ':note', n.created_at, 'note', 'written', n.id, null::text, n.text, null::bigint, null::text,
        n.author_id
      from customers.notes n
      where n.account_id = family.account_id and (n.created_at, n.id || ':note') < (until, until_id)
        and n.created_at <= until
      order by n.created_at desc, n.id desc limit most) one
      where 'note' = any(kinds))
    union all
    -- The audit tells of staff here, and of what customers did to their account; notes stand above already.
    (select one.* from family cross join lateral (
      select e.id || ':act', e.at, 'staff', e.act, e.subject_id, e.reason, null::text, null::bigint, null::text,
        coalesce(e.impersonator_id, e.actor_id)
      from audit.entries e
      where e.account_id = family.account_id and (e.at, e.id || ':act') < (until, until_id) and e.at <= until
        and (e.actor_kind = 'staff' or e.impersonator_id is not null) and e.act <> 'customers.note-added'
      order by e.at desc, e.id desc limit most) one
      where 'staff' = any(kinds))
  ) moment
  order by 2 desc, 1 desc limit most
$$;

-- What work of a customer can be about. Runs with the caller's own rights.
create or replace function customers.subjects_of(account_ids text[])
returns setof text
language sql stable as $$
  select unnest(account_ids)
  union select id from provisioning.services where account_id = any(account_ids)
  union select id from payments.attempts where account_id = any(account_ids)
  union select r.id from payments.attempts a
    join payments.refunds r on r.tenant_id = a.tenant_id and r.attempt_id = a.id where a.account_id = any(account_ids)
$$;

revoke execute on all functions in schema customers from public;
grant execute on all functions in schema customers to hostwell_app;
