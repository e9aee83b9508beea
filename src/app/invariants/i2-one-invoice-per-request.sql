-- I2: what was asked for once is invoiced at most once, and a paid request has its invoice of the same amount.
select 'paid request' as what, r.tenant_id, r.id, count(i.id)::text as found
from billing.payment_requests r
-- One that had its tax put right is followed by another, in whose place it stands: the first was what was asked for.
left join billing.invoices i on i.tenant_id = r.tenant_id and i.request_id = r.id and i.replaces_id is null
group by r.tenant_id, r.id, r.state, r.total_minor, r.currency, r.invoice_id, r.paid_by_attempt_id
having count(i.id) <> (case when r.state in ('paid', 'billed', 'written_off') or r.invoice_id is not null then 1 else 0 end)
  or bool_or(i.total_minor <> r.total_minor or i.currency <> r.currency
    -- Put right before anybody had paid it: it is paid in the other's stead.
    or (i.state <> 'credited' or i.id = r.invoice_id)
      and i.payment_attempt_id is distinct from r.paid_by_attempt_id)
union all
select 'paid by another payment', i.tenant_id, i.id, r.id
from billing.payment_requests r
join billing.invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
where i.replaces_id is not null and r.state in ('paid', 'billed')
  and (i.payment_attempt_id <> r.paid_by_attempt_id or (i.state = 'paid') <> (r.state = 'paid'))
union all
select 'order', tenant_id, order_id, count(*)::text
from billing.invoices where order_id is not null and replaces_id is null
group by tenant_id, order_id having count(*) > 1
union all
select 'invoice of nothing paid', i.tenant_id, i.id, i.request_id
from billing.invoices i
where i.request_id is not null
  and not exists (
    select from billing.payment_requests r
    where r.tenant_id = i.tenant_id and r.id = i.request_id
      and (r.invoice_id = i.id or i.state in ('paid', 'credited') and exists (
        select from billing.invoices o where o.tenant_id = i.tenant_id and o.replaces_id = i.id))
      and (r.state = case i.state when 'paid' then 'paid' when 'open' then 'billed' when 'credited' then 'withdrawn'
        else i.state end or i.state = 'credited' and r.invoice_id <> i.id))
union all
-- A period of a service is invoiced once: the same words for the same days of the same order are one line.
select 'period invoiced twice', i.tenant_id, i.order_id, l.words::text || ' ' || l.period_start
from billing.invoices i
join billing.invoice_lines l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
where i.order_id is not null and l.period_start is not null
  and not exists (select from billing.credit_notes c where c.tenant_id = i.tenant_id and c.invoice_id = i.id)
group by i.tenant_id, i.order_id, l.words, l.period_start
having count(distinct i.id) > 1
union all
-- In the place of another one: once, by the same request, and only of what a credit note took back whole.
select 'stands in the place of what stands', i.tenant_id, i.id, o.number
from billing.invoices i
join billing.invoices o on o.tenant_id = i.tenant_id and o.id = i.replaces_id
where o.credited_minor <> o.total_minor or o.request_id is distinct from i.request_id or o.currency <> i.currency
  or i.total_minor > o.total_minor
