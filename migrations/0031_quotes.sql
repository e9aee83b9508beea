CREATE TABLE "paperwork"."quotes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"note" text,
	"purchase_order" text,
	"replaces_id" text,
	"replaces" text,
	"content" text,
	"sent_at" timestamptz(3),
	"answered_at" timestamptz(3),
	"answered_by" text,
	"declined_because" text,
	"order_id" text,
	"request_id" text,
	"written_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "quotes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "quotes_state" CHECK ("paperwork"."quotes"."state" in ('draft', 'sent', 'accepted', 'declined', 'expired', 'replaced')),
	CONSTRAINT "quotes_currency" CHECK ("paperwork"."quotes"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "quotes_sent" CHECK (("paperwork"."quotes"."state" = 'draft') = ("paperwork"."quotes"."number" is null) and ("paperwork"."quotes"."number" is null) = ("paperwork"."quotes"."content" is null)
        and ("paperwork"."quotes"."number" is null) = ("paperwork"."quotes"."sent_at" is null)),
	CONSTRAINT "quotes_accepted" CHECK (("paperwork"."quotes"."state" = 'accepted') = ("paperwork"."quotes"."request_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "paperwork"."quotes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."series" DROP CONSTRAINT "series_kind";--> statement-breakpoint
ALTER TABLE "paperwork"."quotes" ADD CONSTRAINT "quotes_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paperwork"."quotes" ADD CONSTRAINT "quotes_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_tenant_id_number_index" ON "paperwork"."quotes" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_tenant_id_request_id_index" ON "paperwork"."quotes" USING btree ("tenant_id","request_id");--> statement-breakpoint
CREATE INDEX "quotes_tenant_id_created_at_id_index" ON "paperwork"."quotes" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "quotes_tenant_id_account_id_created_at_id_index" ON "paperwork"."quotes" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "quotes_to_expire" ON "paperwork"."quotes" USING btree ("tenant_id","valid_until","id") WHERE state = 'sent';--> statement-breakpoint
ALTER TABLE "billing"."series" ADD CONSTRAINT "series_kind" CHECK ("billing"."series"."kind" in ('invoice', 'payment_request', 'credit_note', 'quote'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "paperwork"."quotes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));