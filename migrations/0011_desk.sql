CREATE SCHEMA "desk";
--> statement-breakpoint
CREATE TABLE "desk"."bulk_items" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"run_id" text NOT NULL,
	"position" integer NOT NULL,
	"subject_id" text NOT NULL,
	"state" text NOT NULL,
	"why" jsonb,
	CONSTRAINT "bulk_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulk_items_state" CHECK ("desk"."bulk_items"."state" in ('waiting', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "desk"."bulk_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk"."bulk_runs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"act" text NOT NULL,
	"reason" text,
	"state" text NOT NULL,
	"started_by" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"failed" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	"operation_id" text,
	CONSTRAINT "bulk_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulk_runs_state" CHECK ("desk"."bulk_runs"."state" in ('running', 'done'))
);
--> statement-breakpoint
ALTER TABLE "desk"."bulk_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk"."views" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"owner_id" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "views_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "views_list" CHECK ("desk"."views"."list" in ('orders', 'invoices', 'services', 'customers', 'operations', 'audit'))
);
--> statement-breakpoint
ALTER TABLE "desk"."views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "desk"."bulk_items" ADD CONSTRAINT "bulk_items_tenant_id_run_id_bulk_runs_tenant_id_id_fk" FOREIGN KEY ("tenant_id","run_id") REFERENCES "desk"."bulk_runs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_items_tenant_id_run_id_position_index" ON "desk"."bulk_items" USING btree ("tenant_id","run_id","position");--> statement-breakpoint
CREATE INDEX "bulk_runs_tenant_id_created_at_id_index" ON "desk"."bulk_runs" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "views_tenant_id_list_owner_id_name_index" ON "desk"."views" USING btree ("tenant_id","list","owner_id","name");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "desk"."bulk_items" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "desk"."bulk_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "desk"."views" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));