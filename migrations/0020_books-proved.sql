CREATE TABLE "ledger"."proofs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"day" date NOT NULL,
	"checked_at" timestamptz(3) NOT NULL,
	"transfers" integer NOT NULL,
	"findings" jsonb NOT NULL,
	CONSTRAINT "proofs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "ledger"."proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "ledger"."postings_tenant_id_ledger_account_id_currency_index";--> statement-breakpoint
CREATE UNIQUE INDEX "proofs_tenant_id_day_index" ON "ledger"."proofs" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "postings_tenant_id_ledger_account_id_currency_transfer_id_index" ON "ledger"."postings" USING btree ("tenant_id","ledger_account_id","currency","transfer_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "ledger"."proofs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));