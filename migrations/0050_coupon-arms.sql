CREATE TABLE "catalog"."coupon_visits" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"coupon_id" text NOT NULL,
	"visitor_hash" text NOT NULL,
	"arm" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "coupon_visits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "coupon_visits_arm" CHECK ("catalog"."coupon_visits"."arm" in ('A', 'B', 'C', 'D'))
);
--> statement-breakpoint
ALTER TABLE "catalog"."coupon_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."coupons" ADD COLUMN "arms" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."redemptions" ADD COLUMN "arm" text;--> statement-breakpoint
ALTER TABLE "orders"."carts" ADD COLUMN "coupon_arms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."coupon_visits" ADD CONSTRAINT "coupon_visits_tenant_id_coupon_id_coupons_tenant_id_id_fk" FOREIGN KEY ("tenant_id","coupon_id") REFERENCES "catalog"."coupons"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_visits_tenant_id_coupon_id_visitor_hash_index" ON "catalog"."coupon_visits" USING btree ("tenant_id","coupon_id","visitor_hash");--> statement-breakpoint
ALTER TABLE "catalog"."redemptions" ADD CONSTRAINT "redemptions_arm" CHECK ("catalog"."redemptions"."arm" in ('A', 'B', 'C', 'D'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."coupon_visits" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));