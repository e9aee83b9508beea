CREATE TABLE "billing"."eu_sales" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"year" integer NOT NULL,
	"sold_minor" bigint NOT NULL,
	"sold_before_minor" bigint NOT NULL,
	"others" jsonb NOT NULL,
	"seen_on" date NOT NULL,
	CONSTRAINT "eu_sales_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "billing"."eu_sales" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."eu_sales" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));