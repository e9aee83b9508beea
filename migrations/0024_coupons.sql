CREATE TABLE "catalog"."coupons" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"kind" text NOT NULL,
	"percent" integer,
	"amounts" jsonb NOT NULL,
	"periods" integer,
	"is_exclusive" boolean NOT NULL,
	"plan_ids" jsonb NOT NULL,
	"cycles" jsonb NOT NULL,
	"currencies" jsonb NOT NULL,
	"countries" jsonb NOT NULL,
	"is_for_new_customers" boolean NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"most_uses" integer,
	"most_per_customer" integer,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "coupons_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "coupons_kind" CHECK ("catalog"."coupons"."kind" in ('percent', 'fixed', 'setup')),
	CONSTRAINT "coupons_percent" CHECK (("catalog"."coupons"."kind" = 'percent') = ("catalog"."coupons"."percent" is not null)),
	CONSTRAINT "coupons_days" CHECK ("catalog"."coupons"."starts_on" <= "catalog"."coupons"."ends_on")
);
--> statement-breakpoint
ALTER TABLE "catalog"."coupons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog"."redemptions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"coupon_id" text NOT NULL,
	"order_id" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"redeemed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "redemptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "redemptions_currency" CHECK ("catalog"."redemptions"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "catalog"."redemptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "next_minor" bigint;--> statement-breakpoint
UPDATE "billing"."subscriptions" SET "next_minor" = "unit_minor";--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ALTER COLUMN "next_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."carts" ADD COLUMN "coupon_codes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD COLUMN "unit_minor" bigint;--> statement-breakpoint
-- Nothing was lowered so far: what was bought costs what its price says.
UPDATE "orders"."order_items" SET "unit_minor" = "prices"."amount_minor" FROM "catalog"."prices"
WHERE "prices"."tenant_id" = "order_items"."tenant_id" AND "prices"."id" = "order_items"."price_id";--> statement-breakpoint
ALTER TABLE "orders"."order_items" ALTER COLUMN "unit_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD COLUMN "discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."redemptions" ADD CONSTRAINT "redemptions_tenant_id_coupon_id_coupons_tenant_id_id_fk" FOREIGN KEY ("tenant_id","coupon_id") REFERENCES "catalog"."coupons"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."redemptions" ADD CONSTRAINT "redemptions_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_code" ON "catalog"."coupons" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE INDEX "coupons_tenant_id_created_at_id_index" ON "catalog"."coupons" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_order" ON "catalog"."redemptions" USING btree ("tenant_id","order_id","coupon_id");--> statement-breakpoint
CREATE INDEX "redemptions_tenant_id_coupon_id_redeemed_at_id_index" ON "catalog"."redemptions" USING btree ("tenant_id","coupon_id","redeemed_at","id");--> statement-breakpoint
CREATE INDEX "redemptions_tenant_id_account_id_index" ON "catalog"."redemptions" USING btree ("tenant_id","account_id");--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_next" CHECK ("billing"."subscriptions"."next_minor" between 0 and "billing"."subscriptions"."unit_minor");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."coupons" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."redemptions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));