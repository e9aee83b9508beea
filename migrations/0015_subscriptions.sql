CREATE TABLE "billing"."subscription_periods" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"number" integer NOT NULL,
	"cycles" integer NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date NOT NULL,
	"gross_minor" bigint NOT NULL,
	"invoice_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "subscription_periods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "subscription_periods_length" CHECK ("billing"."subscription_periods"."start_on" < "billing"."subscription_periods"."end_on" and "billing"."subscription_periods"."cycles" > 0)
);
--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."subscriptions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"subject" text NOT NULL,
	"order_id" text,
	"plan_id" text NOT NULL,
	"version_id" text,
	"price_id" text NOT NULL,
	"words" jsonb NOT NULL,
	"currency" text NOT NULL,
	"unit_minor" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"cycle" text NOT NULL,
	"state" text NOT NULL,
	"collection" text NOT NULL,
	"method_id" text,
	"paid_at" timestamptz(3) NOT NULL,
	"first_invoice_id" text,
	"anchor_on" date,
	"period_number" integer DEFAULT 0 NOT NULL,
	"period_start" date,
	"period_end" date,
	"next_request_on" date,
	"cancel_at_end" boolean DEFAULT false NOT NULL,
	"cancel_reason" text,
	"cancel_asked_at" timestamptz(3),
	"ended_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "subscriptions_state" CHECK ("billing"."subscriptions"."state" in ('pending', 'trialing', 'active', 'past_due', 'suspended', 'cancelled', 'expired')),
	CONSTRAINT "subscriptions_collection" CHECK ("billing"."subscriptions"."collection" in ('manual', 'automatic')),
	CONSTRAINT "subscriptions_cycle" CHECK ("billing"."subscriptions"."cycle" in ('monthly', 'quarterly', 'semiannual', 'annual')),
	CONSTRAINT "subscriptions_currency" CHECK ("billing"."subscriptions"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "subscriptions_amount" CHECK ("billing"."subscriptions"."unit_minor" >= 0 and "billing"."subscriptions"."quantity" > 0),
	CONSTRAINT "subscriptions_started" CHECK ("billing"."subscriptions"."state" not in ('active', 'past_due', 'suspended')
        or ("billing"."subscriptions"."anchor_on" is not null and "billing"."subscriptions"."period_start" < "billing"."subscriptions"."period_end" and "billing"."subscriptions"."period_number" > 0)),
	CONSTRAINT "subscriptions_ended" CHECK (("billing"."subscriptions"."state" in ('cancelled', 'expired')) = ("billing"."subscriptions"."ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD COLUMN "subscription_id" text;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD COLUMN "cycles" integer;--> statement-breakpoint
ALTER TABLE "billing"."payment_request_lines" ADD COLUMN "subscription_id" text;--> statement-breakpoint
ALTER TABLE "billing"."payment_request_lines" ADD COLUMN "cycles" integer;--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD CONSTRAINT "subscription_periods_tenant_id_subscription_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD CONSTRAINT "subscription_periods_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_first_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","first_invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_periods_number" ON "billing"."subscription_periods" USING btree ("tenant_id","subscription_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_periods_start" ON "billing"."subscription_periods" USING btree ("tenant_id","subscription_id","start_on");--> statement-breakpoint
CREATE INDEX "subscription_periods_tenant_id_invoice_id_index" ON "billing"."subscription_periods" USING btree ("tenant_id","invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_subject" ON "billing"."subscriptions" USING btree ("tenant_id","subject");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_created_at_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_account_id_created_at_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_state_created_at_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_order_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "billing"."subscriptions" USING btree ("tenant_id","next_request_on","account_id","id") WHERE next_request_on is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_ending" ON "billing"."subscriptions" USING btree ("tenant_id","period_end","id") WHERE state in ('active', 'past_due', 'suspended');--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_period" ON "billing"."invoice_lines" USING btree ("tenant_id","subscription_id","period_start") WHERE cycles is not null;--> statement-breakpoint
CREATE INDEX "payment_request_lines_tenant_id_subscription_id_index" ON "billing"."payment_request_lines" USING btree ("tenant_id","subscription_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."subscription_periods" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."subscriptions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));