CREATE SCHEMA "kit";
--> statement-breakpoint
CREATE SCHEMA "events";
--> statement-breakpoint
CREATE SCHEMA "idempotency";
--> statement-breakpoint
CREATE SCHEMA "sweeps";
--> statement-breakpoint
CREATE SCHEMA "work";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "catalog";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "tenancy";
--> statement-breakpoint
CREATE TABLE "kit"."clock_offsets" (
	"id" text PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
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
CREATE TABLE "idempotency"."answered_requests" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"operation" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamptz(3) NOT NULL,
	CONSTRAINT "answered_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "idempotency"."answered_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "audit"."entries" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"act" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"account_id" text,
	"reason" text,
	"before" jsonb,
	"after" jsonb,
	"request_id" text,
	CONSTRAINT "entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit"."entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog"."plans" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"resources" jsonb NOT NULL,
	"package_id" integer NOT NULL,
	CONSTRAINT "plans_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "plans_state" CHECK ("catalog"."plans"."state" in ('active', 'sold_out', 'hidden', 'archived'))
);
--> statement-breakpoint
ALTER TABLE "catalog"."plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog"."prices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"plan_id" text NOT NULL,
	"cycle" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"setup_minor" bigint NOT NULL,
	CONSTRAINT "prices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "prices_cycle" CHECK ("catalog"."prices"."cycle" in ('monthly', 'quarterly', 'semiannual', 'annual')),
	CONSTRAINT "prices_currency" CHECK ("catalog"."prices"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "catalog"."prices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog"."products" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"needs_approval" boolean NOT NULL,
	"locations" jsonb NOT NULL,
	"images" jsonb NOT NULL,
	CONSTRAINT "products_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "products_state" CHECK ("catalog"."products"."state" in ('active', 'hidden', 'archived')),
	CONSTRAINT "products_type" CHECK ("catalog"."products"."type" in ('vps'))
);
--> statement-breakpoint
ALTER TABLE "catalog"."products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."accounts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"person_name" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"country" text NOT NULL,
	"company" text,
	"tax_id" text,
	"address_lines" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "accounts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "accounts_kind" CHECK ("identity"."accounts"."kind" in ('consumer', 'business')),
	CONSTRAINT "accounts_language" CHECK ("identity"."accounts"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "identity"."accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."api_keys" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"start" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"account_id" text,
	"person_id" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3),
	"last_used_at" timestamptz(3),
	"revoked_at" timestamptz(3),
	CONSTRAINT "api_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."members" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "members_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "members_role" CHECK ("identity"."members"."role" in ('owner'))
);
--> statement-breakpoint
ALTER TABLE "identity"."members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."people" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "people_language" CHECK ("identity"."people"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "identity"."people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."sessions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."sign_in_methods" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"provider_person_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"person_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_methods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."staff" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "staff_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "staff_role" CHECK ("identity"."staff"."role" in ('operator'))
);
--> statement-breakpoint
ALTER TABLE "identity"."staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."verifications" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verifications_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."domains" (
	"host" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenancy"."settings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"default_language" text NOT NULL,
	"currencies" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"tax_included" boolean NOT NULL,
	"tax_rate_numerator" bigint NOT NULL,
	"tax_rate_denominator" bigint NOT NULL,
	"tax_label" jsonb NOT NULL,
	"seller" jsonb NOT NULL,
	"legal_entity_id" text NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "settings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."tenants" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "tenants_state" CHECK ("tenancy"."tenants"."state" in ('open', 'suspended'))
);
--> statement-breakpoint
ALTER TABLE "events"."deliveries" ADD CONSTRAINT "deliveries_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "events"."events"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."calls" ADD CONSTRAINT "calls_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."operation_subjects" ADD CONSTRAINT "operation_subjects_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."steps" ADD CONSTRAINT "steps_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."plans" ADD CONSTRAINT "plans_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."members" ADD CONSTRAINT "members_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."members" ADD CONSTRAINT "members_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" ADD CONSTRAINT "sign_in_methods_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."staff" ADD CONSTRAINT "staff_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."domains" ADD CONSTRAINT "domains_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "tenancy"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "events"."deliveries" USING btree ("next_at") WHERE "events"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_stuck" ON "events"."deliveries" USING btree ("tenant_id","id") WHERE "events"."deliveries"."state" = 'stuck';--> statement-breakpoint
CREATE INDEX "events_undispatched" ON "events"."events" USING btree ("at","id") WHERE "events"."events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "events_newest" ON "events"."events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "answered_requests_tenant_id_answered_at_index" ON "idempotency"."answered_requests" USING btree ("tenant_id","answered_at");--> statement-breakpoint
CREATE INDEX "calls_of_operation" ON "work"."calls" USING btree ("tenant_id","operation_id","at");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_subject" ON "work"."operation_subjects" USING btree ("tenant_id","subject","operation_id");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_operation" ON "work"."operation_subjects" USING btree ("tenant_id","operation_id");--> statement-breakpoint
CREATE INDEX "operations_newest" ON "work"."operations" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_by_state" ON "work"."operations" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_due" ON "work"."operations" USING btree ("due_at") WHERE "work"."operations"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "operations_open" ON "work"."operations" USING btree ("queue","state") WHERE "work"."operations"."state" in ('queued', 'running', 'waiting', 'undoing', 'stuck');--> statement-breakpoint
CREATE INDEX "operations_in_play" ON "work"."operations" USING btree ("touched_at") WHERE "work"."operations"."state" in ('queued', 'running', 'undoing') and "work"."operations"."due_at" is null;--> statement-breakpoint
CREATE INDEX "entries_tenant_id_at_id_index" ON "audit"."entries" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_subject_id_at_index" ON "audit"."entries" USING btree ("tenant_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_actor_id_at_index" ON "audit"."entries" USING btree ("tenant_id","actor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_tenant_id_slug_index" ON "catalog"."plans" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "plans_tenant_id_product_id_position_index" ON "catalog"."plans" USING btree ("tenant_id","product_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "prices_tenant_id_plan_id_currency_cycle_index" ON "catalog"."prices" USING btree ("tenant_id","plan_id","currency","cycle");--> statement-breakpoint
CREATE UNIQUE INDEX "products_tenant_id_slug_index" ON "catalog"."products" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "accounts_tenant_id_created_at_id_index" ON "identity"."accounts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_tenant_id_email_index" ON "identity"."accounts" USING btree ("tenant_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_tenant_id_hash_index" ON "identity"."api_keys" USING btree ("tenant_id","hash");--> statement-breakpoint
CREATE INDEX "api_keys_tenant_id_account_id_created_at_id_index" ON "identity"."api_keys" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_keys_tenant_id_person_id_created_at_id_index" ON "identity"."api_keys" USING btree ("tenant_id","person_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_tenant_id_person_id_account_id_index" ON "identity"."members" USING btree ("tenant_id","person_id","account_id");--> statement-breakpoint
CREATE INDEX "members_tenant_id_account_id_index" ON "identity"."members" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_tenant_id_email_index" ON "identity"."people" USING btree ("tenant_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_tenant_id_token_hash_index" ON "identity"."sessions" USING btree ("tenant_id","token_hash");--> statement-breakpoint
CREATE INDEX "sessions_tenant_id_person_id_index" ON "identity"."sessions" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "sessions_tenant_id_expires_at_index" ON "identity"."sessions" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_methods_tenant_id_provider_id_provider_person_id_index" ON "identity"."sign_in_methods" USING btree ("tenant_id","provider_id","provider_person_id");--> statement-breakpoint
CREATE INDEX "sign_in_methods_tenant_id_person_id_index" ON "identity"."sign_in_methods" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_tenant_id_person_id_index" ON "identity"."staff" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "verifications_tenant_id_identifier_index" ON "identity"."verifications" USING btree ("tenant_id","identifier");--> statement-breakpoint
CREATE INDEX "verifications_tenant_id_expires_at_index" ON "identity"."verifications" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "domains_tenant_id_index" ON "tenancy"."domains" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_slug_index" ON "tenancy"."tenants" USING btree ("slug");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."deliveries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."events" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "idempotency"."answered_requests" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "sweeps"."sweep_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."calls" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operation_subjects" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operations" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."steps" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "audit"."entries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."plans" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."prices" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."products" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."accounts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."api_keys" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."members" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."people" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sessions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sign_in_methods" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."staff" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."verifications" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tenancy"."settings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));