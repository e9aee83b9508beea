ALTER TABLE "billing"."subscriptions" ADD COLUMN "memo" text;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "purchase_order" text;