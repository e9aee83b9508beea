CREATE TABLE "billing"."asking_days" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"ask_on" date NOT NULL,
	CONSTRAINT "asking_days_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "billing"."asking_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "billing"."subscriptions_due";--> statement-breakpoint
DROP INDEX "billing"."subscriptions_tenant_id_request_id_index";--> statement-breakpoint
ALTER TABLE "billing"."asking_days" ADD CONSTRAINT "asking_days_tenant_id_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asking_days_due" ON "billing"."asking_days" USING btree ("tenant_id","ask_on","account_id","id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."asking_days" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
-- A program of before may still be running: from here on the database itself keeps what is copied below. See billing-asking-days.sql.
create function billing.keep_asking_day() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.next_request_on is null or new.request_id is not null or new.cancel_at_end then
    delete from billing.asking_days where tenant_id = new.tenant_id and id = new.id;
  else
    insert into billing.asking_days (tenant_id, id, account_id, ask_on)
      values (new.tenant_id, new.id, new.account_id, new.next_request_on)
      on conflict (tenant_id, id) do update set account_id = excluded.account_id, ask_on = excluded.ask_on;
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger subscriptions_asking_day
  after update of next_request_on, request_id, cancel_at_end, account_id on billing.subscriptions
  for each row when (new.next_request_on is distinct from old.next_request_on
    or new.request_id is distinct from old.request_id
    or (new.cancel_at_end, new.account_id) <> (old.cancel_at_end, old.account_id))
  execute function billing.keep_asking_day();--> statement-breakpoint
create function billing.begin_asking_days() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into billing.asking_days (tenant_id, id, account_id, ask_on)
    select tenant_id, id, account_id, next_request_on from added
    where next_request_on is not null and request_id is null and not cancel_at_end;
  return null;
end $$;--> statement-breakpoint
create trigger subscriptions_asking_days_begin
  after insert on billing.subscriptions referencing new table as added
  for each statement execute function billing.begin_asking_days();--> statement-breakpoint
INSERT INTO "billing"."asking_days" ("tenant_id", "id", "account_id", "ask_on")
SELECT "tenant_id", "id", "account_id", "next_request_on" FROM "billing"."subscriptions"
WHERE "next_request_on" IS NOT NULL AND "request_id" IS NULL AND NOT "cancel_at_end";--> statement-breakpoint
-- Room on each page for the rows' next versions: an asking that stays on its page writes none of the table's indexes.
ALTER TABLE "billing"."subscriptions" SET (fillfactor = 50);
