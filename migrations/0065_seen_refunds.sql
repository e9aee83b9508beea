ALTER TABLE "payments"."refunds" DROP CONSTRAINT "refunds_state";--> statement-breakpoint
ALTER TABLE "payments"."refunds" DROP CONSTRAINT "refunds_reason";--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_state" CHECK ("payments"."refunds"."state" in ('wanted', 'done', 'failed', 'withdrawn', 'seen', 'unclear'));--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_reason" CHECK ("payments"."refunds"."reason" in ('already_paid', 'withdrawn', 'too_little', 'requested', 'at_gateway'));