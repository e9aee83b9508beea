CREATE TABLE "orders"."stay_answers" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"answered_at" timestamptz(3) NOT NULL,
	CONSTRAINT "stay_answers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "stay_answers_kind" CHECK ("orders"."stay_answers"."kind" in ('pause', 'cheaper_plan')),
	CONSTRAINT "stay_answers_state" CHECK ("orders"."stay_answers"."state" in ('looked', 'taken', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "orders"."stay_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."stay_policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"offer" text NOT NULL,
	CONSTRAINT "stay_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "stay_policies_one" CHECK ("orders"."stay_policies"."id" = 'policy'),
	CONSTRAINT "stay_policies_offer" CHECK ("orders"."stay_policies"."offer" in ('nothing', 'pause', 'cheaper_plan'))
);
--> statement-breakpoint
ALTER TABLE "orders"."stay_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "stay_answers_tenant_id_answered_at_index" ON "orders"."stay_answers" USING btree ("tenant_id","answered_at");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."stay_answers" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."stay_policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));