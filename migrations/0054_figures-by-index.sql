ALTER TABLE "billing"."subscriptions" ADD COLUMN "turn_minor" bigint GENERATED ALWAYS AS (next_minor * quantity) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "counted_as" text GENERATED ALWAYS AS (case when ended_at is null then currency || ' '
      || case when period_number = 0 and trial_until is not null then 'trialing' else state end || ' ' || cycle end) STORED;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "left_minor" bigint GENERATED ALWAYS AS (total_minor - from_credit_minor - credited_minor) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "subscriptions_counted" ON "billing"."subscriptions" USING btree ("tenant_id","counted_as","turn_minor","quantity") WHERE counted_as is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_lifetimes" ON "billing"."subscriptions" USING btree ("tenant_id","ended_at","anchor_on") WHERE period_number > 0 and anchor_on is not null;--> statement-breakpoint
CREATE INDEX "payment_requests_owed" ON "billing"."payment_requests" USING btree ("tenant_id","currency","due_on","left_minor") WHERE state in ('open', 'billed');