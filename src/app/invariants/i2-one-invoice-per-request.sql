-- I2: what was asked for once is invoiced at most once, and a paid request has its invoice of the same amount.
select 'paid request' as what, r.tenant_id, r.id, count(i.id)::text as found
from billing.payment_requests r
left join billing.invoices i on i.tenant_id = r.tenant_id and i.request_id = r.id
group by r.tenant_id, r.id, r.state, r.total_minor, r.currency, r.invoice_id, r.paid_by_attempt_id
having count(i.id) <> (case when r.state = 'paid' then 1 else 0 end)
  or bool_or(i.id <> r.invoice_id or i.total_minor <> r.total_minor or i.currency <> r.currency
    or i.payment_attempt_id is distinct from r.paid_by_attempt_id)
union all
select 'order', tenant_id, order_id, count(*)::text
from billing.invoices where order_id is not null
group by tenant_id, order_id having count(*) > 1
