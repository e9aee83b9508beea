-- I1: every transfer sums to zero per currency, and every balance row is the sum of its postings.
select 'transfer' as what, t.tenant_id, t.id, p.currency, sum(p.amount_minor)::text as found
from ledger.transfers t
left join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
group by t.tenant_id, t.id, p.currency
having count(p.id) < 2 or sum(p.amount_minor) <> 0 or bool_or(p.currency <> t.currency)
union all
select 'balance', a.tenant_id, a.id, coalesce(b.currency, p.currency),
  coalesce(b.balance_minor, 0) || ' instead of ' || coalesce(p.total, 0)
from ledger.accounts a
join (
  select tenant_id, ledger_account_id, currency, sum(amount_minor) as total
  from ledger.postings group by tenant_id, ledger_account_id, currency
) p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id
full join ledger.balances b
  on b.tenant_id = p.tenant_id and b.ledger_account_id = p.ledger_account_id and b.currency = p.currency
where (a.side = 'customer' or b.id is not null)
  and coalesce(b.balance_minor, 0) <> coalesce(p.total, 0)
