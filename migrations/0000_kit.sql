CREATE SCHEMA "events";
--> statement-breakpoint
CREATE SCHEMA "sweeps";
--> statement-breakpoint
CREATE SCHEMA "work";
--> statement-breakpoint
CREATE TABLE "events"."deliveries" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"event_id" text NOT NULL,
	"reaction" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamptz(3),
	"error" text,
	"ended_at" timestamptz(3),
	CONSTRAINT "deliveries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "deliveries_once" UNIQUE("tenant_id","event_id","reaction"),
	CONSTRAINT "deliveries_state" CHECK ("events"."deliveries"."state" in ('done', 'waiting', 'stuck'))
);
--> statement-breakpoint
ALTER TABLE "events"."deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events"."events" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"dispatched_at" timestamptz(3),
	CONSTRAINT "events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "events"."events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sweeps"."sweep_runs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"sweep" text NOT NULL,
	"slot" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"error" text,
	"played_at" timestamptz(3) NOT NULL,
	CONSTRAINT "sweep_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sweep_runs_once" UNIQUE("tenant_id","sweep","slot"),
	CONSTRAINT "sweep_runs_state" CHECK ("sweeps"."sweep_runs"."state" in ('done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "sweeps"."sweep_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work"."calls" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"operation_id" text NOT NULL,
	"step" text NOT NULL,
	"attempt" integer NOT NULL,
	"method" text NOT NULL,
	"host" text NOT NULL,
	"path" text NOT NULL,
	"status" integer,
	"outcome" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"request" text,
	"answer" text,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "calls_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "calls_outcome" CHECK ("work"."calls"."outcome" in ('answered', 'refused', 'failed', 'timed-out', 'unreachable'))
);
--> statement-breakpoint
ALTER TABLE "work"."calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work"."executors" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamptz(3) DEFAULT clock_timestamp() NOT NULL,
	"seen_at" timestamptz(3) DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work"."operation_subjects" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"operation_id" text NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "operation_subjects_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "work"."operation_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work"."operations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"key" text,
	"input" jsonb NOT NULL,
	"queue" text NOT NULL,
	"state" text NOT NULL,
	"direction" text DEFAULT 'forward' NOT NULL,
	"segment" integer DEFAULT 1 NOT NULL,
	"play" integer DEFAULT 0 NOT NULL,
	"progress" text,
	"why" text,
	"executor" text,
	"due_at" timestamptz(3),
	"take_overs" integer DEFAULT 0 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	"touched_at" timestamptz(3) DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "operations_key" UNIQUE("tenant_id","name","key"),
	CONSTRAINT "operations_state" CHECK ("work"."operations"."state" in ('queued', 'running', 'waiting', 'stuck', 'done', 'undoing', 'undone', 'closed')),
	CONSTRAINT "operations_direction" CHECK ("work"."operations"."direction" in ('forward', 'undo'))
);
--> statement-breakpoint
ALTER TABLE "work"."operations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work"."queues" (
	"name" text PRIMARY KEY NOT NULL,
	"concurrency" integer,
	"rate" integer,
	"rate_period_seconds" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work"."steps" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"operation_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"output" jsonb,
	"why" text,
	"is_undoable" boolean DEFAULT false NOT NULL,
	"due_at" timestamptz(3),
	"started_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	CONSTRAINT "steps_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "steps_name" UNIQUE("tenant_id","operation_id","name"),
	CONSTRAINT "steps_kind" CHECK ("work"."steps"."kind" in ('record', 'call', 'poll', 'wait', 'undo')),
	CONSTRAINT "steps_state" CHECK ("work"."steps"."state" in ('calling', 'waiting', 'done', 'failed', 'undone', 'forgotten'))
);
--> statement-breakpoint
ALTER TABLE "work"."steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events"."deliveries" ADD CONSTRAINT "deliveries_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "events"."events"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."calls" ADD CONSTRAINT "calls_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."operation_subjects" ADD CONSTRAINT "operation_subjects_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."steps" ADD CONSTRAINT "steps_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "events"."deliveries" USING btree ("next_at") WHERE "events"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_stuck" ON "events"."deliveries" USING btree ("tenant_id","id") WHERE "events"."deliveries"."state" = 'stuck';--> statement-breakpoint
CREATE INDEX "events_undispatched" ON "events"."events" USING btree ("at","id") WHERE "events"."events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "events_newest" ON "events"."events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "calls_of_operation" ON "work"."calls" USING btree ("tenant_id","operation_id","at");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_subject" ON "work"."operation_subjects" USING btree ("tenant_id","subject","operation_id");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_operation" ON "work"."operation_subjects" USING btree ("tenant_id","operation_id");--> statement-breakpoint
CREATE INDEX "operations_newest" ON "work"."operations" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_by_state" ON "work"."operations" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_due" ON "work"."operations" USING btree ("due_at") WHERE "work"."operations"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "operations_open" ON "work"."operations" USING btree ("queue","state") WHERE "work"."operations"."state" in ('queued', 'running', 'waiting', 'undoing', 'stuck');--> statement-breakpoint
CREATE INDEX "operations_in_play" ON "work"."operations" USING btree ("touched_at") WHERE "work"."operations"."state" in ('queued', 'running', 'undoing') and "work"."operations"."due_at" is null;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."deliveries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."events" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "sweeps"."sweep_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."calls" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operation_subjects" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operations" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."steps" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));