CREATE TABLE "billing"."billing_days" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"day" integer NOT NULL,
	"chosen_at" timestamptz(3) NOT NULL,
	CONSTRAINT "billing_days_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "billing_days_day" CHECK ("billing"."billing_days"."day" between 1 and 28)
);
--> statement-breakpoint
ALTER TABLE "billing"."billing_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" DROP CONSTRAINT "subscriptions_started";--> statement-breakpoint
ALTER TABLE "billing"."subscription_periods" ADD COLUMN "share" jsonb;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "billing_day" integer;--> statement-breakpoint
ALTER TABLE "billing"."billing_days" ADD CONSTRAINT "billing_days_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "billing_days_account" ON "billing"."billing_days" USING btree ("tenant_id","account_id");--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_billing_day" CHECK ("billing"."subscriptions"."billing_day" between 1 and 28);--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_started" CHECK ("billing"."subscriptions"."state" not in ('trialing', 'active', 'past_due', 'suspended', 'paused')
        or ("billing"."subscriptions"."anchor_on" is not null and "billing"."subscriptions"."period_start" < "billing"."subscriptions"."period_end"
          and ("billing"."subscriptions"."period_number" > "billing"."subscriptions"."anchor_number"
            or ("billing"."subscriptions"."period_number" = "billing"."subscriptions"."anchor_number" and "billing"."subscriptions"."anchor_on" = "billing"."subscriptions"."period_end"
              and ("billing"."subscriptions"."period_number" > 0
                or ("billing"."subscriptions"."trial_until" = "billing"."subscriptions"."period_end"
                  and "billing"."subscriptions"."state" in ('trialing', 'past_due', 'suspended')))))));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."billing_days" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));