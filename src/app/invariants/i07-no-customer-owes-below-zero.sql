-- I7: What a customer has with us never falls below nothing: no more of it is spent than came in.
-- Positive is debit: money that is the customer's stands as a credit, so a debit balance was spent twice.
select 'more spent than came in' as what, b.tenant_id, a.name as subject, b.balance_minor || ' ' || b.currency as detail
from ledger.accounts a
join ledger.balances b on b.tenant_id = a.tenant_id and b.ledger_account_id = a.id
where a.side = 'customer' and a.kind = 'liability' and b.balance_minor > 0
union all
-- And what is owed to us is never paid for twice: a receivable below nothing is money that should have stayed the customer's.
select 'more applied than was owed', b.tenant_id, a.name, b.balance_minor || ' ' || b.currency
from ledger.accounts a
join ledger.balances b on b.tenant_id = a.tenant_id and b.ledger_account_id = a.id
where a.side = 'customer' and a.kind = 'asset' and b.balance_minor < 0
union all
-- At no moment of the past either: the sum up to and including each transfer, in the order they were posted.
select 'was below nothing for a while', tenant_id, name, posted_at::text
from (
  select p.tenant_id, a.name, a.kind, t.posted_at,
    sum(p.amount_minor) over (
      partition by p.tenant_id, a.id, p.currency order by t.posted_at range unbounded preceding) as balance
  from ledger.postings p
  join ledger.transfers t on t.tenant_id = p.tenant_id and t.id = p.transfer_id
  join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
  where a.side = 'customer'
) as history
where kind = 'liability' and balance > 0 or kind = 'asset' and balance < 0
union all
-- What is set aside is set aside for a request that is still open, to the same sum.
select 'set aside for nothing', coalesce(b.tenant_id, h.tenant_id), coalesce(b.name, h.account_id),
  coalesce(-b.minor, 0) || ' instead of ' || coalesce(h.minor, 0)
from (
  select a.tenant_id, a.name, substr(a.name, 6) as account_id, b.currency, b.balance_minor as minor
  from ledger.accounts a join ledger.balances b on b.tenant_id = a.tenant_id and b.ledger_account_id = a.id
  where a.name like 'held:%'
) b
full join (
  select h.tenant_id, h.account_id, h.currency, sum(h.paid_minor + h.given_minor) as minor
  from credit.holds h
  join billing.payment_requests r on r.tenant_id = h.tenant_id and r.id = h.reference
  where h.state = 'held' and r.state in ('open', 'billed') and r.account_id = h.account_id
    and r.from_credit_minor = h.paid_minor + h.given_minor
  group by h.tenant_id, h.account_id, h.currency
) h on h.tenant_id = b.tenant_id and h.account_id = b.account_id and h.currency = b.currency
where coalesce(-b.minor, 0) <> coalesce(h.minor, 0)
union all
-- And the history says what the books say.
select 'credit and its history differ', coalesce(e.tenant_id, b.tenant_id), coalesce(e.name, b.name),
  coalesce(e.minor, 0) || ' instead of ' || coalesce(-b.minor, 0)
from (
  select tenant_id, case kind when 'paid' then 'credit:' else 'given:' end || account_id as name, currency,
    sum(amount_minor) as minor
  from credit.entries group by 1, 2, 3
) e
full join (
  select a.tenant_id, a.name, b.currency, b.balance_minor as minor
  from ledger.accounts a join ledger.balances b on b.tenant_id = a.tenant_id and b.ledger_account_id = a.id
  where a.name ~ '^(credit|given):'
) b on b.tenant_id = e.tenant_id and b.name = e.name and b.currency = e.currency
where coalesce(e.minor, 0) <> coalesce(-b.minor, 0)
