-- I8: numbers of issued documents run without a gap from 1 in each series, none twice, and no date is before its
-- predecessor's.
with issued as (
  select tenant_id, id, series_id, sequence, issued_on from billing.invoices
  union all
  select tenant_id, id, series_id, sequence, issued_on from billing.credit_notes
), numbered as (
  select i.*,
    lag(i.sequence, 1, 0) over w as previous_sequence,
    lag(i.issued_on) over w as previous_day
  from issued i
  window w as (partition by i.tenant_id, i.series_id order by i.sequence)
)
select 'gap' as what, tenant_id, id, previous_sequence || ' then ' || sequence as found
from numbered where sequence <> previous_sequence + 1
union all
select 'date', tenant_id, id, previous_day || ' then ' || issued_on
from numbered where issued_on < previous_day
union all
select 'series', s.tenant_id, s.id, s.last_sequence::text
from billing.series s
where s.kind not in ('payment_request', 'quote')
  and s.last_sequence <> (
    select coalesce(max(sequence), 0) from issued i where i.tenant_id = s.tenant_id and i.series_id = s.id)
