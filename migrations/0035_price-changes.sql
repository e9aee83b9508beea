CREATE SCHEMA "repricing";
--> statement-breakpoint
CREATE TABLE "billing"."refund_policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"window_days" integer NOT NULL,
	"basis" text NOT NULL,
	"fees" jsonb NOT NULL,
	"cap_percent" integer NOT NULL,
	CONSTRAINT "refund_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refund_policies_basis" CHECK ("billing"."refund_policies"."basis" in ('by_days', 'by_days_less_discount', 'used_days_at_list_price')),
	CONSTRAINT "refund_policies_bounds" CHECK ("billing"."refund_policies"."window_days" >= 0 and "billing"."refund_policies"."cap_percent" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "billing"."refund_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."plan_change_policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"up" text NOT NULL,
	"down" text NOT NULL,
	CONSTRAINT "plan_change_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "plan_change_policies_one" CHECK ("orders"."plan_change_policies"."id" = 'policy'),
	CONSTRAINT "plan_change_policies_up" CHECK ("orders"."plan_change_policies"."up" in ('now', 'at_end', 'choice')),
	CONSTRAINT "plan_change_policies_down" CHECK ("orders"."plan_change_policies"."down" in ('now', 'at_end', 'choice'))
);
--> statement-breakpoint
ALTER TABLE "orders"."plan_change_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "repricing"."correction_items" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"correction_id" text NOT NULL,
	"kind" text NOT NULL,
	"document_id" text NOT NULL,
	"invoice_id" text,
	"number" text,
	"account_id" text NOT NULL,
	"price_id" text NOT NULL,
	"standing" text NOT NULL,
	"result_id" text,
	"currency" text NOT NULL,
	"credited_minor" bigint,
	"because" text,
	"told_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "correction_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "correction_items_currency" CHECK ("repricing"."correction_items"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "correction_items_kind" CHECK ("repricing"."correction_items"."kind" in ('subscription', 'line')),
	CONSTRAINT "correction_items_standing" CHECK ("repricing"."correction_items"."standing" in ('waiting', 'done', 'left', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "repricing"."correction_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "repricing"."corrections" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"plan_id" text NOT NULL,
	"wrong_version_id" text NOT NULL,
	"right_version_id" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"passes" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "corrections_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "corrections_state" CHECK ("repricing"."corrections"."state" in ('running', 'over'))
);
--> statement-breakpoint
ALTER TABLE "repricing"."corrections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "repricing"."price_change_items" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"change_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"words" jsonb NOT NULL,
	"currency" text NOT NULL,
	"cycle" text NOT NULL,
	"before_minor" bigint NOT NULL,
	"after_minor" bigint NOT NULL,
	"old_unit_minor" bigint NOT NULL,
	"old_version_id" text,
	"old_price_id" text NOT NULL,
	"new_unit_minor" bigint NOT NULL,
	"new_version_id" text NOT NULL,
	"new_price_id" text NOT NULL,
	"need" text NOT NULL,
	"direction" text NOT NULL,
	"first_on" date NOT NULL,
	"tell_on" date NOT NULL,
	"state" text NOT NULL,
	"told_at" timestamptz(3),
	"answered_at" timestamptz(3),
	"answered_by" text,
	"trouble" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "price_change_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "price_change_items_currency" CHECK ("repricing"."price_change_items"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "price_change_items_need" CHECK ("repricing"."price_change_items"."need" in ('consent', 'notice', 'none')),
	CONSTRAINT "price_change_items_direction" CHECK ("repricing"."price_change_items"."direction" in ('more', 'less', 'same')),
	CONSTRAINT "price_change_items_state" CHECK ("repricing"."price_change_items"."state" in ('waiting', 'told', 'agreed', 'declined', 'moved', 'kept', 'ending', 'gone', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "repricing"."price_change_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "repricing"."price_changes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"version_ids" jsonb NOT NULL,
	"plan_ids" jsonb NOT NULL,
	"filter" jsonb NOT NULL,
	"except_ids" jsonb NOT NULL,
	"from_on" date NOT NULL,
	"without_consent" text NOT NULL,
	"note" text NOT NULL,
	"accepted_percent" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" text NOT NULL,
	"stopped_at" timestamptz(3),
	"stopped_for" text,
	CONSTRAINT "price_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "price_changes_state" CHECK ("repricing"."price_changes"."state" in ('listing', 'running', 'over', 'stopped')),
	CONSTRAINT "price_changes_stopped_for" CHECK ("repricing"."price_changes"."stopped_for" in ('wish', 'correction')),
	CONSTRAINT "price_changes_without_consent" CHECK ("repricing"."price_changes"."without_consent" in ('keep', 'end'))
);
--> statement-breakpoint
ALTER TABLE "repricing"."price_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" DROP CONSTRAINT "plan_changes_state";--> statement-breakpoint
DROP INDEX "orders"."plan_changes_one_open";--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "worth_minor" bigint;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "expected_minor" bigint;--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" ADD COLUMN "paid_on" date;--> statement-breakpoint
ALTER TABLE "repricing"."correction_items" ADD CONSTRAINT "correction_items_tenant_id_correction_id_corrections_tenant_id_id_fk" FOREIGN KEY ("tenant_id","correction_id") REFERENCES "repricing"."corrections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repricing"."correction_items" ADD CONSTRAINT "correction_items_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repricing"."price_change_items" ADD CONSTRAINT "price_change_items_tenant_id_change_id_price_changes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","change_id") REFERENCES "repricing"."price_changes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repricing"."price_change_items" ADD CONSTRAINT "price_change_items_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "correction_items_tenant_id_correction_id_kind_document_id_index" ON "repricing"."correction_items" USING btree ("tenant_id","correction_id","kind","document_id");--> statement-breakpoint
CREATE INDEX "correction_items_tenant_id_correction_id_standing_account_id_id_index" ON "repricing"."correction_items" USING btree ("tenant_id","correction_id","standing","account_id","id");--> statement-breakpoint
CREATE INDEX "correction_items_tenant_id_account_id_index" ON "repricing"."correction_items" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_wrong" ON "repricing"."corrections" USING btree ("tenant_id","wrong_version_id");--> statement-breakpoint
CREATE INDEX "corrections_tenant_id_created_at_id_index" ON "repricing"."corrections" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_change_items_tenant_id_change_id_subscription_id_index" ON "repricing"."price_change_items" USING btree ("tenant_id","change_id","subscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_change_items_open" ON "repricing"."price_change_items" USING btree ("tenant_id","subscription_id") WHERE state in ('waiting', 'told', 'agreed', 'declined', 'ending');--> statement-breakpoint
CREATE INDEX "price_change_items_tenant_id_change_id_state_account_id_id_index" ON "repricing"."price_change_items" USING btree ("tenant_id","change_id","state","account_id","id");--> statement-breakpoint
CREATE INDEX "price_change_items_tenant_id_change_id_created_at_id_index" ON "repricing"."price_change_items" USING btree ("tenant_id","change_id","created_at","id");--> statement-breakpoint
CREATE INDEX "price_change_items_tenant_id_account_id_created_at_id_index" ON "repricing"."price_change_items" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "price_changes_tenant_id_created_at_id_index" ON "repricing"."price_changes" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "price_changes_running" ON "repricing"."price_changes" USING btree ("tenant_id","id") WHERE state in ('listing', 'running');--> statement-breakpoint
CREATE INDEX "plan_changes_planned" ON "orders"."plan_changes" USING btree ("tenant_id","subscription_id","change_on") WHERE state = 'planned';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_changes_one_open" ON "orders"."plan_changes" USING btree ("tenant_id","service_id") WHERE state in ('awaiting_payment', 'planned');--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" ADD CONSTRAINT "plan_changes_state" CHECK ("orders"."plan_changes"."state" in ('awaiting_payment', 'planned', 'applied', 'withdrawn'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."refund_policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."plan_change_policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "repricing"."correction_items" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "repricing"."corrections" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "repricing"."price_change_items" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "repricing"."price_changes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));