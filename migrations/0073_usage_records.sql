CREATE SCHEMA "usage";
--> statement-breakpoint
CREATE TABLE "usage"."countings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"counted_until" date,
	"is_over" boolean DEFAULT false NOT NULL,
	CONSTRAINT "countings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "usage"."countings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage"."records" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"meter" text NOT NULL,
	"numerator" bigint NOT NULL,
	"denominator" bigint NOT NULL,
	"used_at" timestamptz(3) NOT NULL,
	"counts_on" date NOT NULL,
	"key" text NOT NULL,
	"corrects" text,
	"reason" text,
	"recorded_at" timestamptz(3) NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "records_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "records_quantity" CHECK ("usage"."records"."numerator" <> 0 and "usage"."records"."denominator" > 0)
);
--> statement-breakpoint
ALTER TABLE "usage"."records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."plan_versions" ADD COLUMN "meters" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "usage"."records" ADD CONSTRAINT "records_tenant_id_corrects_records_tenant_id_id_fk" FOREIGN KEY ("tenant_id","corrects") REFERENCES "usage"."records"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "records_key" ON "usage"."records" USING btree ("tenant_id","subscription_id","key");--> statement-breakpoint
CREATE INDEX "records_counted" ON "usage"."records" USING btree ("tenant_id","subscription_id","meter","counts_on");--> statement-breakpoint
CREATE INDEX "records_tenant_id_subscription_id_recorded_at_id_index" ON "usage"."records" USING btree ("tenant_id","subscription_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "records_corrects" ON "usage"."records" USING btree ("tenant_id","corrects") WHERE corrects is not null;--> statement-breakpoint
CREATE INDEX "plan_versions_metered" ON "catalog"."plan_versions" USING btree ("tenant_id","plan_id") WHERE meters <> '[]'::jsonb;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "usage"."countings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "usage"."records" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));