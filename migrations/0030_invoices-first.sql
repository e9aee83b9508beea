CREATE SCHEMA "terms";
--> statement-breakpoint
CREATE TABLE "terms"."account_terms" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"days" integer NOT NULL,
	"currency" text NOT NULL,
	"limit_minor" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "account_terms_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "account_terms_currency" CHECK ("terms"."account_terms"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "account_terms_days" CHECK ("terms"."account_terms"."days" between 1 and 120 and "terms"."account_terms"."limit_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "terms"."account_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."invoices" DROP CONSTRAINT "invoices_state";--> statement-breakpoint
ALTER TABLE "billing"."invoices" DROP CONSTRAINT "invoices_paid";--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" DROP CONSTRAINT "payment_requests_state";--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" DROP CONSTRAINT "payment_requests_paid";--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" DROP CONSTRAINT "payment_requests_credit";--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "credited_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "terms"."account_terms" ADD CONSTRAINT "account_terms_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_terms_tenant_id_account_id_index" ON "terms"."account_terms" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE INDEX "invoices_owed" ON "billing"."invoices" USING btree ("tenant_id","due_on","id") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_state" CHECK ("billing"."invoices"."state" in ('paid', 'open', 'written_off', 'credited'));--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_paid" CHECK (("billing"."invoices"."state" = 'paid') = ("billing"."invoices"."paid_at" is not null)
        and ("billing"."invoices"."state" = 'paid' or "billing"."invoices"."payment_attempt_id" is null and "billing"."invoices"."due_on" is not null)
        and ("billing"."invoices"."payment_attempt_id" is null or "billing"."invoices"."from_credit_minor" < "billing"."invoices"."total_minor")
        and ("billing"."invoices"."state" <> 'paid' or "billing"."invoices"."payment_attempt_id" is not null
          or "billing"."invoices"."from_credit_minor" + "billing"."invoices"."credited_minor" >= "billing"."invoices"."total_minor"));--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_invoice" CHECK (case "billing"."payment_requests"."state" when 'open' then "billing"."payment_requests"."invoice_id" is null
        when 'withdrawn' then true else "billing"."payment_requests"."invoice_id" is not null end);--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_state" CHECK ("billing"."payment_requests"."state" in ('open', 'billed', 'paid', 'withdrawn', 'written_off'));--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_paid" CHECK (case "billing"."payment_requests"."state"
        when 'paid' then "billing"."payment_requests"."invoice_id" is not null and ("billing"."payment_requests"."paid_by_attempt_id" is not null)
          = ("billing"."payment_requests"."from_credit_minor" + "billing"."payment_requests"."credited_minor" < "billing"."payment_requests"."total_minor")
        else "billing"."payment_requests"."paid_by_attempt_id" is null end);--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_credit" CHECK ("billing"."payment_requests"."from_credit_minor" >= 0 and "billing"."payment_requests"."credited_minor" >= 0
        and "billing"."payment_requests"."from_credit_minor" + "billing"."payment_requests"."credited_minor" <= "billing"."payment_requests"."total_minor");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "terms"."account_terms" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));