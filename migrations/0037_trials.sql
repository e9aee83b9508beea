ALTER TABLE "billing"."subscriptions" DROP CONSTRAINT "subscriptions_started";--> statement-breakpoint
DROP INDEX "billing"."subscriptions_ending";--> statement-breakpoint
ALTER TABLE "orders"."orders" ALTER COLUMN "payment_request_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "trial_end_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "trial_days" integer;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "trial_until" date;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "trial_consent_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "catalog"."plan_versions" ADD COLUMN "trial" jsonb;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD COLUMN "wants_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD COLUMN "trial" jsonb;--> statement-breakpoint
CREATE INDEX "subscriptions_ending" ON "billing"."subscriptions" USING btree ("tenant_id","period_end","id") WHERE state in ('trialing', 'active', 'past_due', 'suspended', 'paused');--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_trial" CHECK (("billing"."subscriptions"."trial_until" is null or "billing"."subscriptions"."trial_days" > 0)
        and ("billing"."subscriptions"."state" <> 'trialing' or "billing"."subscriptions"."trial_until" is not null));--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_started" CHECK ("billing"."subscriptions"."state" not in ('trialing', 'active', 'past_due', 'suspended', 'paused')
        or ("billing"."subscriptions"."anchor_on" is not null and "billing"."subscriptions"."period_start" < "billing"."subscriptions"."period_end"
          and ("billing"."subscriptions"."period_number" > "billing"."subscriptions"."anchor_number"
            or ("billing"."subscriptions"."period_number" = 0 and "billing"."subscriptions"."trial_until" = "billing"."subscriptions"."period_end"
              and "billing"."subscriptions"."state" in ('trialing', 'past_due', 'suspended')))));