CREATE TABLE "tax"."vat_checks" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"country" text NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"account_id" text,
	"consultation" text,
	"requester" text,
	"request_date" text,
	"trader_name" text,
	"trader_address" text,
	"trouble" text,
	"created_at" timestamptz(3) NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"checked_at" timestamptz(3),
	CONSTRAINT "vat_checks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "vat_checks_state" CHECK ("tax"."vat_checks"."state" in ('pending', 'valid', 'invalid')),
	CONSTRAINT "vat_checks_said" CHECK (("tax"."vat_checks"."state" = 'pending') = ("tax"."vat_checks"."checked_at" is null))
);
--> statement-breakpoint
ALTER TABLE "tax"."vat_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tax"."vat_checks" ADD CONSTRAINT "vat_checks_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vat_checks_tenant_id_country_number_index" ON "tax"."vat_checks" USING btree ("tenant_id","country","number");--> statement-breakpoint
CREATE INDEX "vat_checks_tenant_id_state_asked_at_index" ON "tax"."vat_checks" USING btree ("tenant_id","state","asked_at");--> statement-breakpoint
CREATE INDEX "vat_checks_tenant_id_account_id_index" ON "tax"."vat_checks" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."vat_checks" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));