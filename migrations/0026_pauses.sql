ALTER TABLE "billing"."subscriptions" DROP CONSTRAINT "subscriptions_state";--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" DROP CONSTRAINT "subscriptions_started";--> statement-breakpoint
DROP INDEX "billing"."subscriptions_ending";--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "pause_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "late_policy" text DEFAULT 'from_the_old_end' NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "anchor_on" date;--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "anchor_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "anchor_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "pause_from" date;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "pause_until" date;--> statement-breakpoint
-- Until now every period was counted from the day its agreement began.
UPDATE "billing"."subscription_periods" p SET "anchor_on" = s."anchor_on"
  FROM "billing"."subscriptions" s WHERE s."tenant_id" = p."tenant_id" AND s."id" = p."subscription_id";--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ALTER COLUMN "anchor_on" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "subscriptions_pausing" ON "billing"."subscriptions" USING btree ("tenant_id","pause_from","id") WHERE pause_from is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_ending" ON "billing"."subscriptions" USING btree ("tenant_id","period_end","id") WHERE state in ('active', 'past_due', 'suspended', 'paused');--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD CONSTRAINT "collecting_policies_late" CHECK ("billing"."collecting_policies"."late_policy" in ('from_the_old_end', 'from_payment'));--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_pause" CHECK (("billing"."subscriptions"."pause_from" is null) = ("billing"."subscriptions"."pause_until" is null)
        and ("billing"."subscriptions"."pause_from" is null or "billing"."subscriptions"."pause_from" <= "billing"."subscriptions"."pause_until")
        and ("billing"."subscriptions"."state" <> 'paused' or "billing"."subscriptions"."pause_from" is not null));--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_state" CHECK ("billing"."subscriptions"."state" in ('pending', 'trialing', 'active', 'past_due', 'suspended', 'paused', 'cancelled', 'expired'));--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_started" CHECK ("billing"."subscriptions"."state" not in ('active', 'past_due', 'suspended', 'paused')
        or ("billing"."subscriptions"."anchor_on" is not null and "billing"."subscriptions"."period_start" < "billing"."subscriptions"."period_end"
          and "billing"."subscriptions"."period_number" > "billing"."subscriptions"."anchor_number"));