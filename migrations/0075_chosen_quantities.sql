CREATE TABLE "billing"."quantity_changes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"payment_request_id" text NOT NULL,
	"quantity_before" integer NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	"change_on" date NOT NULL,
	"period_end" date NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"applied_at" timestamptz(3),
	CONSTRAINT "quantity_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "quantity_changes_state" CHECK ("billing"."quantity_changes"."state" in ('awaiting_payment', 'applied', 'withdrawn')),
	CONSTRAINT "quantity_changes_more" CHECK ("billing"."quantity_changes"."quantity" > "billing"."quantity_changes"."quantity_before"),
	CONSTRAINT "quantity_changes_applied" CHECK (("billing"."quantity_changes"."state" = 'applied') = ("billing"."quantity_changes"."applied_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "billing"."quantity_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "quantity_before" integer;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "quantity_until" date;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "quantity_least" integer;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "quantity_most" integer;--> statement-breakpoint
ALTER TABLE "billing"."quantity_changes" ADD CONSTRAINT "quantity_changes_tenant_id_subscription_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."quantity_changes" ADD CONSTRAINT "quantity_changes_tenant_id_payment_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quantity_changes_one_open" ON "billing"."quantity_changes" USING btree ("tenant_id","subscription_id") WHERE state = 'awaiting_payment';--> statement-breakpoint
CREATE UNIQUE INDEX "quantity_changes_tenant_id_payment_request_id_index" ON "billing"."quantity_changes" USING btree ("tenant_id","payment_request_id");--> statement-breakpoint
CREATE INDEX "quantity_changes_tenant_id_subscription_id_created_at_index" ON "billing"."quantity_changes" USING btree ("tenant_id","subscription_id","created_at");--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_quantity" CHECK (("billing"."subscriptions"."quantity_before" is null) = ("billing"."subscriptions"."quantity_until" is null)
        and ("billing"."subscriptions"."quantity_before" is null or "billing"."subscriptions"."quantity_before" > 0)
        and ("billing"."subscriptions"."quantity_least" is null) = ("billing"."subscriptions"."quantity_most" is null)
        and ("billing"."subscriptions"."quantity_least" is null or "billing"."subscriptions"."quantity_least" between 1 and "billing"."subscriptions"."quantity_most"));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."quantity_changes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));