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
