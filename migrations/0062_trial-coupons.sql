ALTER TABLE "catalog"."coupons" DROP CONSTRAINT "coupons_kind";--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "trial_longer" jsonb;--> statement-breakpoint
ALTER TABLE "catalog"."coupons" ADD COLUMN "trial_days" integer;--> statement-breakpoint
ALTER TABLE "catalog"."coupons" ADD CONSTRAINT "coupons_trial" CHECK (("catalog"."coupons"."kind" = 'trial') = ("catalog"."coupons"."trial_days" is not null));--> statement-breakpoint
ALTER TABLE "catalog"."coupons" ADD CONSTRAINT "coupons_kind" CHECK ("catalog"."coupons"."kind" in ('percent', 'fixed', 'setup', 'trial'));