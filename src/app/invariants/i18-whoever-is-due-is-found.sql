-- I18: Whoever is to be asked next is found on the day their subscription says, and nobody else is.
with due as (
  select tenant_id, id, account_id, next_request_on as ask_on from billing.subscriptions
  where next_request_on is not null and request_id is null and not cancel_at_end
)
select 'to be asked, and never found' as what, due.tenant_id, due.id as subject, due.ask_on::text as detail
from due
where not exists (select from billing.asking_days d where d.tenant_id = due.tenant_id and d.id = due.id)
union all
select 'found on another day than it says', d.tenant_id, d.id, d.ask_on::text
from billing.asking_days d
left join due on due.tenant_id = d.tenant_id and due.id = d.id
where (due.ask_on, due.account_id) is distinct from (d.ask_on, d.account_id)
