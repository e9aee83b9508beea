ALTER TABLE "billing"."payment_requests" ADD COLUMN "charged_on" date;--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_account_name_index" ON "billing"."subscriptions" USING btree ("tenant_id","account_name");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_plan_id_created_at_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","plan_id","created_at","id");--> statement-breakpoint
CREATE TABLE "catalog"."plan_versions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"plan_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" jsonb NOT NULL,
	"resources" jsonb NOT NULL,
	"package_id" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"edited_at" timestamptz(3) NOT NULL,
	"edited_by" text NOT NULL,
	"published_at" timestamptz(3),
	"published_by" text,
	CONSTRAINT "plan_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "plan_versions_number" CHECK ("catalog"."plan_versions"."number" >= 1),
	CONSTRAINT "plan_versions_published" CHECK (("catalog"."plan_versions"."published_at" is null) = ("catalog"."plan_versions"."published_by" is null))
);
--> statement-breakpoint
ALTER TABLE "catalog"."plan_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."prices" DROP CONSTRAINT "prices_cycle";--> statement-breakpoint
ALTER TABLE "orders"."cart_items" DROP CONSTRAINT "cart_items_cycle";--> statement-breakpoint
ALTER TABLE "catalog"."prices" DROP CONSTRAINT "prices_tenant_id_plan_id_plans_tenant_id_id_fk";
--> statement-breakpoint
DROP INDEX "catalog"."prices_tenant_id_plan_id_currency_cycle_index";--> statement-breakpoint
ALTER TABLE "catalog"."plans" ADD COLUMN "current_version_id" text;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD COLUMN "version_id" text;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD COLUMN "version_id" text;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD COLUMN "price_id" text;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD COLUMN "version_id" text;--> statement-breakpoint
-- What is on sale today becomes version 1 of its plan, under the plan's own letters; who bought it, bought that.
INSERT INTO "catalog"."plan_versions" ("tenant_id", "id", "plan_id", "number", "name", "resources", "package_id", "edited_at", "edited_by", "published_at", "published_by")
SELECT "tenant_id", 'plv_' || substr("id", 5), "id", 1, "name", "resources", "package_id", now(), 'system', now(), 'system' FROM "catalog"."plans";--> statement-breakpoint
UPDATE "catalog"."plans" SET "current_version_id" = 'plv_' || substr("id", 5);--> statement-breakpoint
UPDATE "catalog"."prices" SET "version_id" = 'plv_' || substr("plan_id", 5);--> statement-breakpoint
UPDATE "billing"."subscriptions" SET "version_id" = 'plv_' || substr("plan_id", 5) WHERE "version_id" IS NULL;--> statement-breakpoint
UPDATE "orders"."order_items" SET "version_id" = 'plv_' || substr("plan_id", 5);--> statement-breakpoint
UPDATE "orders"."cart_items" SET "version_id" = "prices"."version_id", "price_id" = "prices"."id"
FROM "orders"."carts", "catalog"."prices"
WHERE "carts"."tenant_id" = "cart_items"."tenant_id" AND "carts"."id" = "cart_items"."cart_id"
	AND "prices"."tenant_id" = "cart_items"."tenant_id" AND "prices"."plan_id" = "cart_items"."plan_id"
	AND "prices"."cycle" = "cart_items"."cycle" AND "prices"."currency" = "carts"."currency";--> statement-breakpoint
-- Without a price it could not be ordered before either.
DELETE FROM "orders"."cart_items" WHERE "price_id" IS NULL;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ALTER COLUMN "version_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ALTER COLUMN "version_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ALTER COLUMN "price_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ALTER COLUMN "version_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."plan_versions" ADD CONSTRAINT "plan_versions_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_tenant_id_plan_id_number_index" ON "catalog"."plan_versions" USING btree ("tenant_id","plan_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_draft" ON "catalog"."plan_versions" USING btree ("tenant_id","plan_id") WHERE "catalog"."plan_versions"."published_at" is null;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_tenant_id_version_id_plan_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "catalog"."plan_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD CONSTRAINT "cart_items_tenant_id_version_id_plan_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "catalog"."plan_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD CONSTRAINT "cart_items_tenant_id_price_id_prices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","price_id") REFERENCES "catalog"."prices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD CONSTRAINT "order_items_tenant_id_version_id_plan_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "catalog"."plan_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD CONSTRAINT "order_items_tenant_id_price_id_prices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","price_id") REFERENCES "catalog"."prices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "prices_tenant_id_version_id_currency_cycle_index" ON "catalog"."prices" USING btree ("tenant_id","version_id","currency","cycle");--> statement-breakpoint
ALTER TABLE "catalog"."plans" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "catalog"."plans" DROP COLUMN "resources";--> statement-breakpoint
ALTER TABLE "catalog"."plans" DROP COLUMN "package_id";--> statement-breakpoint
ALTER TABLE "catalog"."prices" DROP COLUMN "plan_id";--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_amounts" CHECK ("catalog"."prices"."amount_minor" >= 0 and "catalog"."prices"."setup_minor" >= 0);--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_cycle" CHECK ("catalog"."prices"."cycle" in ('hourly', 'daily', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial', 'one_time'));--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD CONSTRAINT "cart_items_cycle" CHECK ("orders"."cart_items"."cycle" in ('daily', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial', 'one_time'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."plan_versions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" DROP CONSTRAINT "subscriptions_cycle";--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_cycle" CHECK ("billing"."subscriptions"."cycle" in ('hourly', 'daily', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial', 'one_time'));--> statement-breakpoint
CREATE TABLE "catalog"."stock_holds" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"plan_id" text NOT NULL,
	"reference" text NOT NULL,
	"quantity" integer NOT NULL,
	"held_at" timestamptz(3) NOT NULL,
	CONSTRAINT "stock_holds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "stock_holds_quantity" CHECK ("catalog"."stock_holds"."quantity" >= 0)
);
--> statement-breakpoint
ALTER TABLE "catalog"."stock_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."plans" DROP CONSTRAINT "plans_state";--> statement-breakpoint
ALTER TABLE "catalog"."plans" ADD COLUMN "stock_limit" integer;--> statement-breakpoint
ALTER TABLE "catalog"."stock_holds" ADD CONSTRAINT "stock_holds_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "stock_holds_tenant_id_reference_plan_id_index" ON "catalog"."stock_holds" USING btree ("tenant_id","reference","plan_id");--> statement-breakpoint
CREATE INDEX "stock_holds_tenant_id_plan_id_index" ON "catalog"."stock_holds" USING btree ("tenant_id","plan_id");--> statement-breakpoint
-- Sold out by hand is a limit of none.
UPDATE "catalog"."plans" SET "state" = 'active', "stock_limit" = 0 WHERE "state" = 'sold_out';--> statement-breakpoint
-- What is ordered or runs today counts from now on.
INSERT INTO "catalog"."stock_holds" ("tenant_id", "id", "plan_id", "reference", "quantity", "held_at")
SELECT "item"."tenant_id", 'sth_' || substr(min("item"."id"), 5), "item"."plan_id", "item"."order_id", greatest(0, sum("item"."quantity" - (
	SELECT count(*) FROM "orders"."order_services" "piece"
	JOIN "provisioning"."services" "service" ON "service"."tenant_id" = "piece"."tenant_id" AND "service"."id" = "piece"."service_id"
	WHERE "piece"."tenant_id" = "item"."tenant_id" AND "piece"."item_id" = "item"."id" AND "service"."state" = 'ended'
))), min("placed"."created_at")
FROM "orders"."order_items" "item"
JOIN "orders"."orders" "placed" ON "placed"."tenant_id" = "item"."tenant_id" AND "placed"."id" = "item"."order_id"
WHERE "placed"."state" NOT IN ('withdrawn', 'rejected')
GROUP BY "item"."tenant_id", "item"."plan_id", "item"."order_id";--> statement-breakpoint
ALTER TABLE "catalog"."plans" ADD CONSTRAINT "plans_state" CHECK ("catalog"."plans"."state" in ('active', 'hidden', 'archived'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."stock_holds" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));