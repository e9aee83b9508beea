CREATE TABLE "usage"."sessions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"meter" text NOT NULL,
	"key" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"stopped_at" timestamptz(3),
	"recorded_at" timestamptz(3) NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sessions_stopped" CHECK ("usage"."sessions"."stopped_at" is null or "usage"."sessions"."started_at" < "usage"."sessions"."stopped_at")
);
--> statement-breakpoint
ALTER TABLE "usage"."sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usage"."records" ADD COLUMN "session_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_key" ON "usage"."sessions" USING btree ("tenant_id","subscription_id","key");--> statement-breakpoint
CREATE INDEX "sessions_tenant_id_subscription_id_started_at_id_index" ON "usage"."sessions" USING btree ("tenant_id","subscription_id","started_at","id");--> statement-breakpoint
CREATE INDEX "sessions_running" ON "usage"."sessions" USING btree ("tenant_id","subscription_id") WHERE stopped_at is null;--> statement-breakpoint
ALTER TABLE "usage"."records" ADD CONSTRAINT "records_tenant_id_session_id_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "usage"."sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "records_session" ON "usage"."records" USING btree ("tenant_id","session_id") WHERE session_id is not null;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "usage"."sessions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));