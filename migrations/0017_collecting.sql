CREATE TABLE "billing"."collecting_notes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"kind" text NOT NULL,
	"last_day" date NOT NULL,
	"days_before" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"closed_on" date,
	"message_id" text,
	CONSTRAINT "collecting_notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "collecting_notes_kind" CHECK ("billing"."collecting_notes"."kind" in ('request', 'reminder', 'overdue', 'suspended', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "billing"."collecting_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."collecting_policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"request_days" integer NOT NULL,
	"reminder_days" jsonb NOT NULL,
	"charge_days" jsonb NOT NULL,
	"suspend_days" integer NOT NULL,
	"terminate_days" integer NOT NULL,
	"business_days_only" boolean NOT NULL,
	"holidays" jsonb NOT NULL,
	"money_on_its_way_days" integer NOT NULL,
	"from_hour" integer NOT NULL,
	"to_hour" integer NOT NULL,
	CONSTRAINT "collecting_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "collecting_policies_one" CHECK ("billing"."collecting_policies"."id" = 'policy'),
	CONSTRAINT "collecting_policies_order" CHECK ("billing"."collecting_policies"."request_days" >= 0 and "billing"."collecting_policies"."suspend_days" > 0 and "billing"."collecting_policies"."terminate_days" > "billing"."collecting_policies"."suspend_days"
        and "billing"."collecting_policies"."from_hour" between 0 and 23 and "billing"."collecting_policies"."to_hour" > "billing"."collecting_policies"."from_hour" and "billing"."collecting_policies"."to_hour" <= 24)
);
--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "suspended_on" date;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "grace_until" date;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD COLUMN "cancel_comment" text;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD COLUMN "made_for" text DEFAULT 'order' NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_notes" ADD CONSTRAINT "collecting_notes_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."collecting_notes" ADD CONSTRAINT "collecting_notes_tenant_id_subscription_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "collecting_notes_once" ON "billing"."collecting_notes" USING btree ("tenant_id","subscription_id","last_day","kind","days_before");--> statement-breakpoint
CREATE INDEX "collecting_notes_waiting" ON "billing"."collecting_notes" USING btree ("tenant_id","account_id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "collecting_notes_tenant_id_account_id_closed_on_index" ON "billing"."collecting_notes" USING btree ("tenant_id","account_id","closed_on");--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_request_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","request_id");--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_purpose" CHECK ("billing"."payment_requests"."made_for" in ('order', 'renewal', 'extension', 'change'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."collecting_notes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."collecting_policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));