CREATE SCHEMA "paperwork";
--> statement-breakpoint
CREATE TABLE "paperwork"."drafts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"due_on" date,
	"note" text,
	"purchase_order" text,
	"request_id" text,
	"written_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "drafts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drafts_state" CHECK ("paperwork"."drafts"."state" in ('draft', 'sent')),
	CONSTRAINT "drafts_currency" CHECK ("paperwork"."drafts"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "drafts_sent" CHECK (("paperwork"."drafts"."state" = 'sent') = ("paperwork"."drafts"."request_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "paperwork"."drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" DROP CONSTRAINT "payment_requests_purpose";--> statement-breakpoint
ALTER TABLE "payments"."endpoints" ALTER COLUMN "api_key_sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments"."endpoints" ALTER COLUMN "webhook_secret_sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "purchase_order" text;--> statement-breakpoint
ALTER TABLE "paperwork"."drafts" ADD CONSTRAINT "drafts_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paperwork"."drafts" ADD CONSTRAINT "drafts_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_tenant_id_created_at_id_index" ON "paperwork"."drafts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "drafts_tenant_id_account_id_created_at_id_index" ON "paperwork"."drafts" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_requests_tenant_id_created_at_id_index" ON "billing"."payment_requests" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_purpose" CHECK ("billing"."payment_requests"."made_for" in ('order', 'renewal', 'extension', 'change', 'manual'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "paperwork"."drafts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));