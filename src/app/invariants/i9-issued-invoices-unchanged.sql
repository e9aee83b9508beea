-- I9: an issued invoice never changes: its text has the hash it was sealed with, and its columns and lines say the same.
with issued as (
  select tenant_id, id, number, content, content_hash from billing.invoices
  union all
  select tenant_id, id, number, content, content_hash from billing.credit_notes
)
select 'hash' as what, tenant_id, id, number as found
from issued
where encode(sha256(convert_to(content, 'UTF8')), 'hex') <> content_hash
union all
select 'audit', i.tenant_id, i.id, i.number
from issued i
where not exists (
  select from audit.entries a
  where a.tenant_id = i.tenant_id and a.subject_id = i.id
    and a.act in ('billing.invoice-issued', 'billing.credit-note-issued')
    and a.after ->> 'contentHash' = i.content_hash)
union all
select 'columns', tenant_id, id, number
from billing.invoices
where content::jsonb ->> 'number' <> number
  or content::jsonb ->> 'issuedOn' <> issued_on::text
  or content::jsonb ->> 'currency' <> currency
  or content::jsonb ->> 'netMinor' <> net_minor::text
  or content::jsonb ->> 'taxMinor' <> tax_minor::text
  or content::jsonb ->> 'totalMinor' <> total_minor::text
union all
select 'lines', i.tenant_id, i.id, i.number
from billing.invoices i
left join billing.invoice_lines l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
group by i.tenant_id, i.id, i.number, i.content, i.net_minor, i.tax_minor
having count(l.id) <> jsonb_array_length(i.content::jsonb -> 'lines')
  or coalesce(sum(l.net_minor), 0) <> i.net_minor
  or coalesce(sum(l.tax_minor), 0) <> i.tax_minor
