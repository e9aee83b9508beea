ALTER TABLE "billing"."subscriptions" ADD COLUMN "order_item_id" text;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "parts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."plan_versions" ADD COLUMN "options" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD COLUMN "options" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD COLUMN "parts" jsonb DEFAULT '[]'::jsonb NOT NULL;