ALTER TABLE "payments"."refunds" DROP CONSTRAINT "refunds_state";--> statement-breakpoint
ALTER TABLE "payments"."disputes" ADD COLUMN "counted_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments"."disputes" ADD CONSTRAINT "disputes_counted" CHECK ("payments"."disputes"."counted_minor" between 0 and "payments"."disputes"."amount_minor"
        and ("payments"."disputes"."state" = 'lost' or "payments"."disputes"."counted_minor" = 0));--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_state" CHECK ("payments"."refunds"."state" in ('wanted', 'done', 'failed', 'withdrawn'));