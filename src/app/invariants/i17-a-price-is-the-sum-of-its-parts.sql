-- I17: What a subscription costs is the sum of what it is made of, to the last minor unit.
select 'parts that do not add up to the price' as what, s.tenant_id, s.id as subject,
  s.unit_minor::text || ', of parts ' || p.minor::text as detail
from billing.subscriptions s
cross join lateral (
  select sum((part->>'quantity')::numeric * (part->>'unitMinor')::numeric) as minor
  from jsonb_array_elements(s.parts) as part
) p
where s.parts <> '[]'::jsonb and p.minor is distinct from s.unit_minor
