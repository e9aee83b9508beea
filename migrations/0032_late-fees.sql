CREATE SCHEMA "fees";
--> statement-breakpoint
CREATE TABLE "fees"."late_fee_policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"after_days" integer NOT NULL,
	"basis_points" integer NOT NULL,
	"amounts" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "late_fee_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "late_fee_policies_kind" CHECK ("fees"."late_fee_policies"."kind" in ('none', 'fixed', 'percent'))
);
--> statement-breakpoint
ALTER TABLE "fees"."late_fee_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fees"."late_fees" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"account_id" text NOT NULL,
	"state" text NOT NULL,
	"request_id" text,
	"reason" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "late_fees_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "late_fees_state" CHECK ("fees"."late_fees"."state" in ('charged', 'waived')),
	CONSTRAINT "late_fees_charged" CHECK ("fees"."late_fees"."state" = 'waived' or "fees"."late_fees"."request_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "fees"."late_fees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "fees"."late_fees" ADD CONSTRAINT "late_fees_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fees"."late_fees" ADD CONSTRAINT "late_fees_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fees"."late_fees" ADD CONSTRAINT "late_fees_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "late_fees_tenant_id_invoice_id_index" ON "fees"."late_fees" USING btree ("tenant_id","invoice_id");--> statement-breakpoint
CREATE INDEX "late_fees_tenant_id_account_id_created_at_id_index" ON "fees"."late_fees" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "fees"."late_fee_policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "fees"."late_fees" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));