/** What each invariant is asked to find: its file's number, the words it finds it with, and how it is broken. */
export interface InvariantPlant {
  readonly of: string
  readonly words: string
  readonly sql: string
}

/** Takes away what the database itself would refuse, so that a plant can be put in; and copies a row with changes. */
export const PLANTING_TOOLS = `
create function loosen(target regclass) returns void language plpgsql as $$
declare one record;
begin
  for one in select conname from pg_constraint where conrelid = target and contype in ('c', 'u') loop
    execute format('alter table %s drop constraint %I', target, one.conname);
  end loop;
  for one in
    select indexrelid::regclass as name from pg_index where indrelid = target and indisunique and not indisprimary
  loop
    execute format('drop index %s', one.name);
  end loop;
end $$;
create function copy_row(target regclass, changes jsonb) returns void language plpgsql as $$
begin
  perform loosen(target);
  execute format(
    'insert into %s overriding system value
     select (jsonb_populate_record(null::%s, to_jsonb(one) || $1)).* from %s one order by id limit 1', target, target, target)
  using changes;
end $$`

const plants: readonly (readonly [of: string, words: string, sql: string])[] = [
  ["i1", "transfer", "update ledger.postings set amount_minor = amount_minor + 1 where position = 1"],
  ["i1", "balance", "update ledger.balances set balance_minor = balance_minor + 1"],
  ["i2", "paid request", "delete from billing.invoices"],
  ["i2", "order", `select copy_row('billing.invoices', '{"id": "inv_plant", "request_id": null}')`],
  ["i2", "invoice of nothing paid", "update billing.invoices set request_id = 'prq_plant'"],
  ["i2", "stands in the place of what stands", "update billing.invoices set replaces_id = id"],
  [
    "i2",
    "paid by another payment",
    "update billing.invoices set replaces_id = id, payment_attempt_id = 'pay_plant'",
  ],
  [
    "i2",
    "period invoiced twice",
    `update billing.invoice_lines set period_start = '2026-03-01', period_end = '2026-04-01';
     select copy_row('billing.invoices', '{"id": "inv_plant"}');
     select copy_row('billing.invoice_lines', '{"id": "ivl_plant", "invoice_id": "inv_plant"}')`,
  ],
  [
    "i3",
    "charge not recorded",
    "select loosen('payments.attempts'); update payments.attempts set charge_id = null",
  ],
  ["i3", "charge of another amount", "update sandbox.card_charges set amount_minor = amount_minor + 1"],
  ["i3", "settled without a charge", "delete from sandbox.card_charges"],
  ["i3", "two charges for one reference", `select copy_row('sandbox.card_charges', '{"id": "ch_plant"}')`],
  [
    "i3",
    "refund not at the gateway",
    `insert into payments.refunds (tenant_id, id, attempt_id, key, reason, amount_minor, currency, state, requested_at)
     select tenant_id, 'ref_plant', id, 'plant', 'requested', amount_minor, currency, 'done', created_at
     from payments.attempts`,
  ],
  [
    "i3",
    "cash in the books",
    `update ledger.postings set amount_minor = 2 * amount_minor
     where ledger_account_id in (select id from ledger.accounts where name = 'cash:sandbox-card')`,
  ],
  [
    "i3",
    "held or lost otherwise than disputed",
    "update ledger.accounts set name = 'losses:chargeback' where name = 'cash:sandbox-card'",
  ],
  ["i3", "lost at the gateway, not here", "update sandbox.card_charges set dispute_lost_at = created_at"],
  [
    "i3",
    "sent back at the gateway, not here",
    `insert into sandbox.card_refunds (id, charge_id, reference, amount_minor, created_at)
      select 're_plant', id, '', 1, created_at from sandbox.card_charges limit 1`,
  ],
  ["i3", "request settled twice", `select copy_row('payments.attempts', '{"id": "pay_plant"}')`],
  ["i3", "charged and kept, but not invoiced", "delete from billing.invoices"],
  ["i4", "two live builds", `select copy_row('provisioning.builds', '{"id": "bld_plant"}')`],
  ["i4", "two machines of one name", `select copy_row('sandbox.virtfusion_servers', '{"id": 999999}')`],
  ["i4", "a machine was built twice", "update sandbox.virtfusion_servers set build_count = 2"],
  [
    "i5",
    "being built, but nobody works on it",
    "update provisioning.services set state = 'building', operation_id = null",
  ],
  [
    "i5",
    "needs a person, but no open task says so",
    "update provisioning.services set state = 'needs_attention', attention = 'build', operation_id = null",
  ],
  ["i5", "paid, but nothing was begun", "update provisioning.services set state = 'waiting_for_payment'"],
  ["i5", "active, but nothing opens it", "delete from provisioning.credentials"],
  ["i6", "orphan", `select copy_row('sandbox.virtfusion_servers', '{"id": 999999, "name": "nobody"}')`],
  ["i6", "ghost", "delete from sandbox.virtfusion_servers"],
  ["i6", "ended, but its machine still stands", "update provisioning.services set state = 'ended'"],
  ["i6", "suspended differently", "update sandbox.virtfusion_servers set suspended = true"],
  [
    "i7",
    "more spent than came in",
    `update ledger.accounts set kind = 'liability' where side = 'customer';
     update ledger.balances set balance_minor = 5`,
  ],
  [
    "i7",
    "more applied than was owed",
    `update ledger.accounts set kind = 'asset' where side = 'customer';
     update ledger.balances set balance_minor = -5`,
  ],
  [
    "i7",
    "was below nothing for a while",
    `update ledger.accounts set kind = 'liability' where side = 'customer';
     update ledger.transfers set posted_at = posted_at - interval '1 hour' where id in (
       select p.transfer_id from ledger.postings p join ledger.accounts a on a.id = p.ledger_account_id
       where a.side = 'customer' and p.amount_minor > 0)`,
  ],
  [
    "i7",
    "set aside for nothing",
    `update ledger.accounts set name = replace(name, 'unapplied:', 'held:');
     update ledger.balances set balance_minor = -5`,
  ],
  [
    "i7",
    "credit and its history differ",
    `update ledger.accounts set name = replace(name, 'unapplied:', 'credit:');
     update ledger.balances set balance_minor = -5`,
  ],
  ["i8", "gap", "update billing.invoices set sequence = sequence + 5"],
  [
    "i8",
    "date",
    `select copy_row('billing.invoices', '{"id": "inv_plant", "sequence": 1000000, "issued_on": "2000-01-01"}')`,
  ],
  [
    "i8",
    "series",
    "update billing.series set last_sequence = last_sequence + 1 where kind <> 'payment_request'",
  ],
  ["i9", "hash", "update billing.invoices set content = content || ' '"],
  ["i9", "audit", "delete from audit.entries where act = 'billing.invoice-issued'"],
  ["i9", "columns", "update billing.invoices set number = number || '0'"],
  ["i9", "lines", "delete from billing.invoice_lines"],
  [
    "i10",
    "began before its predecessor was over",
    "update work.steps set state = 'calling' where position = 1",
  ],
  [
    "i10",
    "began earlier than its predecessor ended",
    `update work.steps set attempts = 1, ended_at = ended_at + interval '1 hour' where position = 1`,
  ],
  ["i10", "two steps in one place", "select loosen('work.steps'); update work.steps set position = 1"],
  ["i10", "done, with a step that is not", "update work.steps set state = 'calling'"],
  ["i10", "done without a step", "delete from work.steps"],
  ["i10", "ended, yet in somebody's hands", "update work.operations set executor = 'worker-9'"],
  ["i11", "never delivered", "delete from events.deliveries"],
  [
    "i11",
    "answered by a reaction that is not its own",
    "select loosen('events.deliveries'); update events.deliveries set reaction = 'plant.nobody-knows'",
  ],
  ["i11", "answered more than once", `select copy_row('events.deliveries', '{"id": "dlv_plant"}')`],
  ["i11", "given up", "update events.deliveries set state = 'stuck'"],
  [
    "i11",
    "lies undelivered",
    `update events.events set dispatched_at = null, at = at - interval '2 hours'
     where id = (select min(id) from events.events)`,
  ],
  ["i11", "one message said twice", `select copy_row('notifications.messages', '{"id": "msg_plant"}')`],
  [
    "i12",
    "paid, yet suspended as unpaid",
    `update provisioning.services set suspension_reasons = '["unpaid"]'`,
  ],
  ["i12", "suspended without a reason", "update provisioning.services set desired = 'suspended'"],
  [
    "i12",
    "suspended without a trace of who said so",
    `update provisioning.services set desired = 'suspended', suspension_reasons = '["abuse"]'`,
  ],
  ["i12", "ended without a trace of who said so", "update provisioning.services set desired = 'ended'"],
  ["i12", "paid, but its order waits for payment", "update orders.orders set state = 'awaiting_payment'"],
  ["i12", "paid and delivered, but not running", "update provisioning.services set state = 'building'"],
  ["i13", "speaks of another tenant's row", "update provisioning.services set tenant_id = 'ten_plant'"],
  ["i13", "one id in two tenants", `select copy_row('orders.orders', '{"tenant_id": "ten_plant"}')`],
  ["i13", "a tenant that does not exist", "update provisioning.services set tenant_id = 'ten_plant'"],
  [
    "i13",
    "two tenants at one panel as one customer",
    `select copy_row('provisioning.panel_owners', '{"tenant_id": "ten_plant"}')`,
  ],
  ["i14", "no audit entry", "delete from audit.entries"],
  ["i14", "told twice", "update audit.entries set act = 'orders.paid', subject_id = 'ord_plant'"],
  ["i14", "a transfer of nothing that was audited", "update ledger.transfers set reference = 'pay_plant'"],
  [
    "i15",
    "a period begins elsewhere than the one before it ends",
    `select copy_row('billing.subscription_periods', '{"id": "spe_plant", "number": 2}')`,
  ],
  [
    "i15",
    "paid until another day than its periods say",
    "update billing.subscriptions set period_end = period_end + 1",
  ],
  [
    "i15",
    "paid for before its trial was over",
    "update billing.subscriptions set trial_days = 14, trial_until = anchor_on + 1",
  ],
  [
    "i16",
    "owed otherwise than invoiced",
    `update ledger.balances set balance_minor = balance_minor + 1
     where ledger_account_id in (select id from ledger.accounts where name like 'receivable:%')`,
  ],
  [
    "i16",
    "owed without a day",
    "select loosen('billing.invoices'); update billing.invoices set state = 'open', due_on = null",
  ],
  [
    "i16",
    "asked for otherwise than owed",
    "select loosen('billing.invoices'); update billing.invoices set state = 'open', due_on = '2026-04-01'",
  ],
  [
    "i16",
    "given up, but not as a loss",
    "select loosen('billing.invoices'); update billing.invoices set state = 'written_off', due_on = '2026-04-01'",
  ],
  [
    "i17",
    "parts that do not add up to the price",
    `update billing.subscriptions set parts = '[{"quantity": 1, "unitMinor": "1"}]'`,
  ],
  ["i18", "to be asked, and never found", "delete from billing.asking_days"],
  ["i18", "found on another day than it says", "update billing.asking_days set ask_on = ask_on - 1"],
]

/** For every question of every invariant at least one. */
export const invariantPlants: readonly InvariantPlant[] = plants.map(([of, words, sql]) => ({
  of,
  words,
  sql,
}))
