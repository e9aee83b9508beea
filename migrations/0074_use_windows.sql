CREATE TABLE "billing"."metered" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"version_id" text NOT NULL,
	"since" date NOT NULL,
	"counted_until" date NOT NULL,
	"closes_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "metered_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "metered_days" CHECK ("billing"."metered"."since" <= "billing"."metered"."counted_until" and "billing"."metered"."counted_until" < "billing"."metered"."closes_on")
);
--> statement-breakpoint
ALTER TABLE "billing"."metered" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."use_windows" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"meter" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"words" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"request_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "use_windows_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "use_windows_currency" CHECK ("billing"."use_windows"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "use_windows_days" CHECK ("billing"."use_windows"."from_on" < "billing"."use_windows"."to_on"),
	CONSTRAINT "use_windows_amount" CHECK ("billing"."use_windows"."amount_minor" >= 0 and ("billing"."use_windows"."request_id" is null or "billing"."use_windows"."amount_minor" > 0))
);
--> statement-breakpoint
ALTER TABLE "billing"."use_windows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."metered" ADD CONSTRAINT "metered_tenant_id_subscription_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."use_windows" ADD CONSTRAINT "use_windows_tenant_id_subscription_id_subscriptions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "billing"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."use_windows" ADD CONSTRAINT "use_windows_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "metered_running" ON "billing"."metered" USING btree ("tenant_id","subscription_id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "metered_ended" ON "billing"."metered" USING btree ("tenant_id","subscription_id","ended_on");--> statement-breakpoint
CREATE UNIQUE INDEX "use_windows_once" ON "billing"."use_windows" USING btree ("tenant_id","subscription_id","meter","from_on");--> statement-breakpoint
CREATE INDEX "use_windows_waiting" ON "billing"."use_windows" USING btree ("tenant_id","subscription_id") WHERE request_id is null and amount_minor > 0;--> statement-breakpoint
CREATE INDEX "use_windows_asked" ON "billing"."use_windows" USING btree ("tenant_id","request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."metered" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."use_windows" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));