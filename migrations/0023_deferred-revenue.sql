CREATE SCHEMA "revenue";
--> statement-breakpoint
CREATE TABLE "revenue"."deferrals" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"period_id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date NOT NULL,
	"recognised_minor" bigint NOT NULL,
	"released_minor" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "deferrals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "deferrals_currency" CHECK ("revenue"."deferrals"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "deferrals_days" CHECK ("revenue"."deferrals"."start_on" < "revenue"."deferrals"."end_on"),
	CONSTRAINT "deferrals_amounts" CHECK ("revenue"."deferrals"."net_minor" > 0 and "revenue"."deferrals"."recognised_minor" >= 0 and "revenue"."deferrals"."released_minor" >= 0
        and "revenue"."deferrals"."recognised_minor" + "revenue"."deferrals"."released_minor" <= "revenue"."deferrals"."net_minor")
);
--> statement-breakpoint
ALTER TABLE "revenue"."deferrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "revenue"."deferrals" ADD CONSTRAINT "deferrals_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deferrals_tenant_id_period_id_index" ON "revenue"."deferrals" USING btree ("tenant_id","period_id");--> statement-breakpoint
CREATE INDEX "deferrals_tenant_id_invoice_id_index" ON "revenue"."deferrals" USING btree ("tenant_id","invoice_id");--> statement-breakpoint
CREATE INDEX "deferrals_open" ON "revenue"."deferrals" USING btree ("tenant_id","start_on") WHERE recognised_minor + released_minor < net_minor;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "revenue"."deferrals" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));