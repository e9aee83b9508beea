CREATE TABLE "billing"."held_runs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"because" jsonb NOT NULL,
	"sums" jsonb NOT NULL,
	"held_at" timestamptz(3) NOT NULL,
	"confirmed_at" timestamptz(3),
	"confirmed_by" text,
	CONSTRAINT "held_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "held_runs_state" CHECK ("billing"."held_runs"."state" in ('held', 'confirmed', 'over')),
	CONSTRAINT "held_runs_confirmed" CHECK (("billing"."held_runs"."state" = 'confirmed') = ("billing"."held_runs"."confirmed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "billing"."held_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "stop_total_percent" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "stop_line_percent" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "held_runs_tenant_id_day_index" ON "billing"."held_runs" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."held_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));