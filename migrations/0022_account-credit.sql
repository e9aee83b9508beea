CREATE SCHEMA "credit";
--> statement-breakpoint
CREATE TABLE "credit"."entries" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text,
	"reference" text,
	"by_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "entries_kind" CHECK ("credit"."entries"."kind" in ('paid', 'given')),
	CONSTRAINT "entries_cause" CHECK ("credit"."entries"."cause" in ('given', 'taken', 'held', 'released', 'returned', 'moved')),
	CONSTRAINT "entries_currency" CHECK ("credit"."entries"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "entries_amount" CHECK ("credit"."entries"."amount_minor" <> 0)
);
--> statement-breakpoint
ALTER TABLE "credit"."entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit"."holds" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"paid_minor" bigint NOT NULL,
	"given_minor" bigint NOT NULL,
	"returned_paid_minor" bigint NOT NULL,
	"returned_given_minor" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "holds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "holds_state" CHECK ("credit"."holds"."state" in ('held', 'used', 'released')),
	CONSTRAINT "holds_currency" CHECK ("credit"."holds"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "holds_amounts" CHECK ("credit"."holds"."paid_minor" >= 0 and "credit"."holds"."given_minor" >= 0
        and "credit"."holds"."returned_paid_minor" between 0 and "credit"."holds"."paid_minor"
        and "credit"."holds"."returned_given_minor" between 0 and "credit"."holds"."given_minor")
);
--> statement-breakpoint
ALTER TABLE "credit"."holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit"."role_limits" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"role_id" text NOT NULL,
	"currency" text NOT NULL,
	"most_minor" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "role_limits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "role_limits_currency" CHECK ("credit"."role_limits"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "role_limits_most" CHECK ("credit"."role_limits"."most_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "credit"."role_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit"."policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"is_applied" boolean NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "credit"."policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."invoices" DROP CONSTRAINT "invoices_paid";--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" DROP CONSTRAINT "payment_requests_paid";--> statement-breakpoint
ALTER TABLE "payments"."refunds" DROP CONSTRAINT "refunds_reason";--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "from_credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "from_credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credit"."entries" ADD CONSTRAINT "entries_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit"."holds" ADD CONSTRAINT "holds_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_tenant_id_account_id_created_at_id_index" ON "credit"."entries" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "entries_by" ON "credit"."entries" USING btree ("tenant_id","by_id","created_at") WHERE by_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "holds_tenant_id_reference_index" ON "credit"."holds" USING btree ("tenant_id","reference");--> statement-breakpoint
CREATE INDEX "holds_tenant_id_account_id_index" ON "credit"."holds" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_limits_tenant_id_role_id_currency_index" ON "credit"."role_limits" USING btree ("tenant_id","role_id","currency");--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_credit" CHECK ("billing"."invoices"."from_credit_minor" between 0 and "billing"."invoices"."total_minor");--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_paid" CHECK (("billing"."invoices"."state" = 'paid') = ("billing"."invoices"."paid_at" is not null
        and ("billing"."invoices"."payment_attempt_id" is not null) = ("billing"."invoices"."from_credit_minor" < "billing"."invoices"."total_minor")));--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_credit" CHECK ("billing"."payment_requests"."from_credit_minor" between 0 and "billing"."payment_requests"."total_minor");--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_paid" CHECK (("billing"."payment_requests"."state" = 'paid') = ("billing"."payment_requests"."invoice_id" is not null
        and ("billing"."payment_requests"."paid_by_attempt_id" is not null) = ("billing"."payment_requests"."from_credit_minor" < "billing"."payment_requests"."total_minor")));--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_reason" CHECK ("payments"."refunds"."reason" in ('already_paid', 'withdrawn', 'too_little', 'requested'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "credit"."entries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "credit"."holds" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "credit"."role_limits" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "credit"."policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));