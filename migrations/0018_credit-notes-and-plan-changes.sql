CREATE TABLE "billing"."credit_note_lines" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"credit_note_id" text NOT NULL,
	"invoice_line_id" text NOT NULL,
	"position" integer NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"gross_minor" bigint NOT NULL,
	CONSTRAINT "credit_note_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "credit_note_lines_gross" CHECK ("billing"."credit_note_lines"."gross_minor" = "billing"."credit_note_lines"."net_minor" + "billing"."credit_note_lines"."tax_minor" and "billing"."credit_note_lines"."net_minor" >= 0 and "billing"."credit_note_lines"."tax_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "billing"."credit_note_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."plan_changes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"service_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"from_plan_id" text NOT NULL,
	"agreed" jsonb NOT NULL,
	"state" text NOT NULL,
	"change_on" date NOT NULL,
	"period_end" date NOT NULL,
	"currency" text NOT NULL,
	"back_minor" bigint NOT NULL,
	"payment_request_id" text,
	"created_at" timestamptz(3) NOT NULL,
	"applied_at" timestamptz(3),
	CONSTRAINT "plan_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "plan_changes_state" CHECK ("orders"."plan_changes"."state" in ('awaiting_payment', 'applied', 'withdrawn')),
	CONSTRAINT "plan_changes_currency" CHECK ("orders"."plan_changes"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "plan_changes_applied" CHECK (("orders"."plan_changes"."state" = 'applied') = ("orders"."plan_changes"."applied_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "billing"."credit_notes_tenant_id_invoice_id_index";--> statement-breakpoint
DROP INDEX "billing"."invoice_lines_period";--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "changed_on" date;--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "line_id" text;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD COLUMN "key" text DEFAULT 'whole' NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD COLUMN "cause" text DEFAULT 'not_delivered' NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD COLUMN "released_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "credited_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."credit_note_lines" ADD CONSTRAINT "credit_note_lines_tenant_id_credit_note_id_credit_notes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","credit_note_id") REFERENCES "billing"."credit_notes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_note_lines" ADD CONSTRAINT "credit_note_lines_tenant_id_invoice_line_id_invoice_lines_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_line_id") REFERENCES "billing"."invoice_lines"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."plan_changes" ADD CONSTRAINT "plan_changes_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_note_lines_tenant_id_credit_note_id_position_index" ON "billing"."credit_note_lines" USING btree ("tenant_id","credit_note_id","position");--> statement-breakpoint
CREATE INDEX "credit_note_lines_tenant_id_invoice_line_id_index" ON "billing"."credit_note_lines" USING btree ("tenant_id","invoice_line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_changes_one_open" ON "orders"."plan_changes" USING btree ("tenant_id","service_id") WHERE state = 'awaiting_payment';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_changes_tenant_id_payment_request_id_index" ON "orders"."plan_changes" USING btree ("tenant_id","payment_request_id");--> statement-breakpoint
CREATE INDEX "plan_changes_tenant_id_account_id_created_at_index" ON "orders"."plan_changes" USING btree ("tenant_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "plan_changes_tenant_id_service_id_created_at_index" ON "orders"."plan_changes" USING btree ("tenant_id","service_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_tenant_id_invoice_id_key_index" ON "billing"."credit_notes" USING btree ("tenant_id","invoice_id","key");--> statement-breakpoint
CREATE INDEX "invoice_lines_tenant_id_subscription_id_index" ON "billing"."invoice_lines" USING btree ("tenant_id","subscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_period" ON "billing"."invoice_lines" USING btree ("tenant_id","subscription_id","period_start") WHERE cycles is not null and released_at is null;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_cause" CHECK ("billing"."credit_notes"."cause" in ('not_delivered', 'withdrawal', 'refund', 'plan_change', 'correction'));--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_amount" CHECK ("billing"."credit_notes"."total_minor" > 0);--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_credited" CHECK ("billing"."invoices"."credited_minor" between 0 and "billing"."invoices"."total_minor");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."credit_note_lines" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."plan_changes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
-- Credit notes written so far each took back the whole of one invoice: counted, and told line by line.
ALTER TABLE "billing"."invoices" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "billing"."invoices" i SET "credited_minor" = n."total_minor"
FROM "billing"."credit_notes" n WHERE n."tenant_id" = i."tenant_id" AND n."invoice_id" = i."id";--> statement-breakpoint
ALTER TABLE "billing"."invoices" ENABLE TRIGGER USER;--> statement-breakpoint
INSERT INTO "billing"."credit_note_lines"
  ("tenant_id", "id", "credit_note_id", "invoice_line_id", "position", "net_minor", "tax_minor", "gross_minor")
SELECT l."tenant_id", 'cnl' || substr(l."id", 4), n."id", l."id", l."position", l."net_minor", l."tax_minor", l."gross_minor"
FROM "billing"."credit_notes" n
JOIN "billing"."invoice_lines" l ON l."tenant_id" = n."tenant_id" AND l."invoice_id" = n."invoice_id";
