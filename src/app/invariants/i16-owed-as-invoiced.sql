-- I16: What a customer owes in the books is what their unpaid invoices say, less what credit notes took back of them; what
-- was given up stands as a loss, once and to the same sum.
with owed as (
  select tenant_id, account_id, currency, sum(total_minor - credited_minor) as minor
  from billing.invoices where state = 'open'
  group by tenant_id, account_id, currency
), booked as (
  select a.tenant_id, a.customer_id as account_id, b.currency, b.balance_minor as minor
  from ledger.accounts a
  join ledger.balances b on b.tenant_id = a.tenant_id and b.ledger_account_id = a.id
  where a.name like 'receivable:%'
)
select 'owed otherwise than invoiced' as what, coalesce(o.tenant_id, b.tenant_id) as tenant_id,
  coalesce(o.account_id, b.account_id) as subject, coalesce(o.minor, 0) || ' instead of ' || coalesce(b.minor, 0) as detail
from owed o
full join booked b on b.tenant_id = o.tenant_id and b.account_id = o.account_id and b.currency = o.currency
where coalesce(o.minor, 0) <> coalesce(b.minor, 0)
union all
select 'owed without a day', tenant_id, id, number from billing.invoices where state = 'open' and due_on is null
union all
-- The request by which it is paid asks for what is left of it.
select 'asked for otherwise than owed', i.tenant_id, i.id, r.id
from billing.invoices i
join billing.payment_requests r on r.tenant_id = i.tenant_id and r.id = i.request_id
where i.state = 'open'
  and (r.state <> 'billed' or r.total_minor - r.credited_minor <> i.total_minor - i.credited_minor
    or r.due_on <> i.due_on or r.invoice_id <> i.id)
union all
select 'given up, but not as a loss', i.tenant_id, i.id, i.number
from billing.invoices i
where i.state = 'written_off'
  and (select coalesce(sum(p.amount_minor), 0)
    from ledger.transfers t
    join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
    join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id and a.name = 'losses:bad-debt'
    where t.tenant_id = i.tenant_id and t.reference = i.id) <> i.total_minor - i.credited_minor
