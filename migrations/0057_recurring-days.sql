CREATE SCHEMA "analytics";
--> statement-breakpoint
CREATE TABLE "analytics"."recurring_days" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"active" integer NOT NULL,
	"active_minor" bigint NOT NULL,
	"with_past_due" integer NOT NULL,
	"with_past_due_minor" bigint NOT NULL,
	CONSTRAINT "recurring_days_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "recurring_days_currency" CHECK ("analytics"."recurring_days"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "analytics"."recurring_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "recurring_days_day" ON "analytics"."recurring_days" USING btree ("tenant_id","currency","day");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "analytics"."recurring_days" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));