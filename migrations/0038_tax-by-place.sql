CREATE SCHEMA "tax";
--> statement-breakpoint
CREATE TABLE "tax"."product_classes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"tax_class" text NOT NULL,
	CONSTRAINT "product_classes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tax"."product_classes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax"."places" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "places_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tax"."places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax"."policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"inside_prices" text NOT NULL,
	"elsewhere" text NOT NULL,
	"tax_mode" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "policies_inside_prices" CHECK ("tax"."policies"."inside_prices" in ('total_stays', 'net_stays')),
	CONSTRAINT "policies_elsewhere" CHECK ("tax"."policies"."elsewhere" in ('none', 'home')),
	CONSTRAINT "policies_mode" CHECK ("tax"."policies"."tax_mode" in ('per_document', 'truncated_lines'))
);
--> statement-breakpoint
ALTER TABLE "tax"."policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax"."rates" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"tax_class" text NOT NULL,
	"label" jsonb NOT NULL,
	"rate_numerator" bigint NOT NULL,
	"rate_denominator" bigint NOT NULL,
	"share_numerator" bigint NOT NULL,
	"share_denominator" bigint NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"source" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "rates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rates_days" CHECK ("tax"."rates"."until_on" is null or "tax"."rates"."until_on" >= "tax"."rates"."from_on"),
	CONSTRAINT "rates_whole" CHECK ("tax"."rates"."rate_numerator" >= 0 and "tax"."rates"."rate_denominator" > 0
        and "tax"."rates"."share_numerator" between 0 and "tax"."rates"."share_denominator" and "tax"."rates"."share_denominator" > 0)
);
--> statement-breakpoint
ALTER TABLE "tax"."rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax"."registrations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"number" text NOT NULL,
	"scheme" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "registrations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "registrations_scheme" CHECK ("tax"."registrations"."scheme" in ('local', 'oss', 'non_union_oss')),
	CONSTRAINT "registrations_days" CHECK ("tax"."registrations"."until_on" is null or "tax"."registrations"."until_on" >= "tax"."registrations"."from_on")
);
--> statement-breakpoint
ALTER TABLE "tax"."registrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "tax" jsonb;--> statement-breakpoint
ALTER TABLE "orders"."carts" ADD COLUMN "buyer" jsonb;--> statement-breakpoint
ALTER TABLE "tax"."product_classes" ADD CONSTRAINT "product_classes_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax"."places" ADD CONSTRAINT "places_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "product_classes_tenant_id_product_id_index" ON "tax"."product_classes" USING btree ("tenant_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_tenant_id_account_id_index" ON "tax"."places" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rates_tenant_id_country_region_tax_class_from_on_index" ON "tax"."rates" USING btree ("tenant_id","country","region","tax_class","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_tenant_id_country_region_scheme_from_on_index" ON "tax"."registrations" USING btree ("tenant_id","country","region","scheme","from_on");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."product_classes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."places" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."rates" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."registrations" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));