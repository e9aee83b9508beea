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
CREATE SCHEMA "billing";
--> statement-breakpoint
CREATE SCHEMA "catalog";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "ledger";
--> statement-breakpoint
CREATE SCHEMA "notifications";
--> statement-breakpoint
CREATE SCHEMA "orders";
--> statement-breakpoint
CREATE SCHEMA "payments";
--> statement-breakpoint
CREATE SCHEMA "provisioning";
--> statement-breakpoint
CREATE SCHEMA "tenancy";
--> statement-breakpoint
CREATE SCHEMA "sandbox";
--> statement-breakpoint
CREATE SEQUENCE "provisioning"."panel_relations" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 100000 CACHE 1;--> statement-breakpoint
CREATE TABLE "kit"."clock_offsets" (
	"id" text PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	"move_from" timestamptz(3),
	"move_to" timestamptz(3),
	"move_problem" text,
	"mover" text,
	"mover_seen_at" timestamptz(3)
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
	"number" bigserial NOT NULL,
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
CREATE TABLE "billing"."credit_notes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"series_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"invoice_id" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "credit_notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "credit_notes_currency" CHECK ("billing"."credit_notes"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "credit_notes_total" CHECK ("billing"."credit_notes"."total_minor" = "billing"."credit_notes"."net_minor" + "billing"."credit_notes"."tax_minor")
);
--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."invoice_lines" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"position" integer NOT NULL,
	"words" text NOT NULL,
	"period_start" date,
	"period_end" date,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"gross_minor" bigint NOT NULL,
	"tax_rate_numerator" bigint NOT NULL,
	"tax_rate_denominator" bigint NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "invoice_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invoice_lines_gross" CHECK ("billing"."invoice_lines"."gross_minor" = "billing"."invoice_lines"."net_minor" + "billing"."invoice_lines"."tax_minor")
);
--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."invoices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"series_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"order_id" text,
	"request_id" text,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"paid_at" timestamptz(3),
	"payment_attempt_id" text,
	CONSTRAINT "invoices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invoices_state" CHECK ("billing"."invoices"."state" in ('paid', 'open')),
	CONSTRAINT "invoices_currency" CHECK ("billing"."invoices"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "invoices_total" CHECK ("billing"."invoices"."total_minor" = "billing"."invoices"."net_minor" + "billing"."invoices"."tax_minor"),
	CONSTRAINT "invoices_paid" CHECK (("billing"."invoices"."state" = 'paid') = ("billing"."invoices"."paid_at" is not null and "billing"."invoices"."payment_attempt_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "billing"."invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."payment_request_lines" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"position" integer NOT NULL,
	"words" text NOT NULL,
	"period_start" date,
	"period_end" date,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"gross_minor" bigint NOT NULL,
	"tax_rate_numerator" bigint NOT NULL,
	"tax_rate_denominator" bigint NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "payment_request_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payment_request_lines_gross" CHECK ("billing"."payment_request_lines"."gross_minor" = "billing"."payment_request_lines"."net_minor" + "billing"."payment_request_lines"."tax_minor")
);
--> statement-breakpoint
ALTER TABLE "billing"."payment_request_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."payment_requests" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"account_id" text NOT NULL,
	"order_id" text,
	"invoice_id" text,
	"paid_by_attempt_id" text,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "payment_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payment_requests_state" CHECK ("billing"."payment_requests"."state" in ('open', 'paid', 'withdrawn')),
	CONSTRAINT "payment_requests_currency" CHECK ("billing"."payment_requests"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "payment_requests_paid" CHECK (("billing"."payment_requests"."state" = 'paid') = ("billing"."payment_requests"."invoice_id" is not null and "billing"."payment_requests"."paid_by_attempt_id" is not null)),
	CONSTRAINT "payment_requests_total" CHECK ("billing"."payment_requests"."total_minor" = "billing"."payment_requests"."net_minor" + "billing"."payment_requests"."tax_minor")
);
--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing"."series" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"legal_entity_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last_sequence" integer NOT NULL,
	"last_issued_on" date,
	CONSTRAINT "series_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "series_kind" CHECK ("billing"."series"."kind" in ('invoice', 'payment_request', 'credit_note')),
	CONSTRAINT "series_last_sequence" CHECK ("billing"."series"."last_sequence" >= 0)
);
--> statement-breakpoint
ALTER TABLE "billing"."series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "identity"."consents" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"is_given" boolean NOT NULL,
	"basis" text NOT NULL,
	"version" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "consents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consents_purpose" CHECK ("identity"."consents"."purpose" in ('terms', 'privacy', 'age', 'marketing-mail', 'marketing-sms', 'night')),
	CONSTRAINT "consents_basis" CHECK ("identity"."consents"."basis" in ('contract', 'consent', 'legal-duty'))
);
--> statement-breakpoint
ALTER TABLE "identity"."consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."devices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL,
	"trusted_until" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	CONSTRAINT "devices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."guards" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"tries" integer NOT NULL,
	"last_at" timestamptz(3) NOT NULL,
	CONSTRAINT "guards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."guards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."links" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"person_id" text,
	"sign_up_id" text,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"used_at" timestamptz(3),
	CONSTRAINT "links_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "links_kind" CHECK ("identity"."links"."kind" in ('confirm-address', 'reset-password', 'sign-in', 'not-me')),
	CONSTRAINT "links_language" CHECK ("identity"."links"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "identity"."links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."passkeys" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_used_at" timestamptz(3),
	CONSTRAINT "passkeys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"needs_privacy_tick" boolean NOT NULL,
	"allows_magic_links" boolean NOT NULL,
	CONSTRAINT "policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."recovery_codes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamptz(3),
	CONSTRAINT "recovery_codes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."second_factors" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"confirmed_at" timestamptz(3),
	"last_step" integer NOT NULL,
	CONSTRAINT "second_factors_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."second_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."sign_ins" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"method" text NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "sign_ins_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sign_ins_method" CHECK ("identity"."sign_ins"."method" in ('password', 'second-factor', 'recovery-code', 'passkey', 'link'))
);
--> statement-breakpoint
ALTER TABLE "identity"."sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."sign_ups" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"phone" text,
	"country" text NOT NULL,
	"language" text NOT NULL,
	"currency" text,
	"account_id" text,
	"consents" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"done_at" timestamptz(3),
	CONSTRAINT "sign_ups_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sign_ups_language" CHECK ("identity"."sign_ups"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "identity"."sign_ups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"phone" text,
	"currency" text,
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
	"admitted_at" timestamp (3) with time zone,
	"proved_at" timestamp (3) with time zone,
	"device_id" text,
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
CREATE TABLE "ledger"."balances" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"ledger_account_id" text NOT NULL,
	"currency" text NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "balances_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "balances_currency" CHECK ("ledger"."balances"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "ledger"."balances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger"."accounts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"customer_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "accounts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "accounts_kind" CHECK ("ledger"."accounts"."kind" in ('asset', 'liability', 'income', 'expense')),
	CONSTRAINT "accounts_side" CHECK ("ledger"."accounts"."side" in ('company', 'customer'))
);
--> statement-breakpoint
ALTER TABLE "ledger"."accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger"."postings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"transfer_id" text NOT NULL,
	"ledger_account_id" text NOT NULL,
	"position" integer NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "postings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "postings_currency" CHECK ("ledger"."postings"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "ledger"."postings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger"."transfers" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"currency" text NOT NULL,
	"reference" text NOT NULL,
	"words" text NOT NULL,
	"posted_at" timestamptz(3) NOT NULL,
	"posted_on" date NOT NULL,
	CONSTRAINT "transfers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "transfers_currency" CHECK ("ledger"."transfers"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "ledger"."transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications"."attachments" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"message_id" text NOT NULL,
	"filename" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "attachments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications"."attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications"."messages" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"template" text NOT NULL,
	"class" text NOT NULL,
	"language" text NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_address" text NOT NULL,
	"sender_name" text NOT NULL,
	"sender_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"outcome" text,
	"created_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3),
	CONSTRAINT "messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "messages_state" CHECK ("notifications"."messages"."state" in ('queued', 'sending', 'sent', 'failed')),
	CONSTRAINT "messages_class" CHECK ("notifications"."messages"."class" in ('transactional', 'legal', 'advertising')),
	CONSTRAINT "messages_language" CHECK ("notifications"."messages"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "notifications"."messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."cart_items" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"cart_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"cycle" text NOT NULL,
	"location_id" text NOT NULL,
	"image_id" text NOT NULL,
	"hostname" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "cart_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "cart_items_cycle" CHECK ("orders"."cart_items"."cycle" in ('monthly', 'quarterly', 'semiannual', 'annual'))
);
--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."carts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"token_hash" text NOT NULL,
	"currency" text NOT NULL,
	"order_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "carts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "carts_currency" CHECK ("orders"."carts"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "orders"."carts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."order_items" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"price_id" text NOT NULL,
	"plan_name" jsonb NOT NULL,
	"cycle" text NOT NULL,
	"location_id" text NOT NULL,
	"image_id" text NOT NULL,
	"hostname" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "orders"."order_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."orders" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"payment_request_id" text NOT NULL,
	"invoice_id" text,
	"needs_approval" boolean NOT NULL,
	"needs_attention" boolean DEFAULT false NOT NULL,
	"language" text NOT NULL,
	"agreement" jsonb NOT NULL,
	"reject_reason" text,
	"created_at" timestamptz(3) NOT NULL,
	"paid_at" timestamptz(3),
	CONSTRAINT "orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "orders_state" CHECK ("orders"."orders"."state" in ('awaiting_payment', 'awaiting_approval', 'paid', 'delivered', 'rejected', 'withdrawn')),
	CONSTRAINT "orders_currency" CHECK ("orders"."orders"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD'))
);
--> statement-breakpoint
ALTER TABLE "orders"."orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders"."order_services" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"item_id" text NOT NULL,
	"piece" integer NOT NULL,
	"service_id" text NOT NULL,
	"delivered_at" timestamptz(3),
	"undone_at" timestamptz(3),
	CONSTRAINT "order_services_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "orders"."order_services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."attempts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"account_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"gateway" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"checkout_id" text,
	"redirect_url" text,
	"charge_id" text,
	"gateway_tax_minor" bigint,
	"decline" text,
	"trouble" text,
	"created_at" timestamptz(3) NOT NULL,
	"claimed_at" timestamptz(3),
	"expires_at" timestamptz(3),
	"asked_at" timestamptz(3),
	"settled_at" timestamptz(3),
	CONSTRAINT "attempts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "attempts_state" CHECK ("payments"."attempts"."state" in ('created', 'waiting_for_payer', 'settled', 'declined', 'abandoned', 'unknown', 'refunded')),
	CONSTRAINT "attempts_decline" CHECK ("payments"."attempts"."decline" in ('declined_hard', 'declined_soft', 'authentication_required', 'expired', 'insufficient_funds', 'invalid_instrument', 'duplicate', 'rate_limited', 'provider_error', 'config_error')),
	CONSTRAINT "attempts_language" CHECK ("payments"."attempts"."language" in ('en', 'ko')),
	CONSTRAINT "attempts_currency" CHECK ("payments"."attempts"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "attempts_amount" CHECK ("payments"."attempts"."amount_minor" > 0),
	CONSTRAINT "attempts_settled" CHECK (("payments"."attempts"."state" in ('settled', 'refunded')) = ("payments"."attempts"."settled_at" is not null and "payments"."attempts"."charge_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "payments"."attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."endpoints" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"gateway" text NOT NULL,
	"state" text NOT NULL,
	"base_url" text NOT NULL,
	"return_url" text NOT NULL,
	"api_key_sealed" text NOT NULL,
	"webhook_secret_sealed" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "endpoints_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "endpoints_state" CHECK ("payments"."endpoints"."state" in ('enabled', 'disabled'))
);
--> statement-breakpoint
ALTER TABLE "payments"."endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."match_findings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"attempt_id" text,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"first_seen_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"resolved_at" timestamptz(3),
	CONSTRAINT "match_findings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "match_findings_kind" CHECK ("payments"."match_findings"."kind" in ('charge_unknown', 'charge_unrecorded', 'charge_missing', 'amount_differs', 'refund_differs', 'ledger_differs', 'ledger_unfounded', 'notice_unprocessed'))
);
--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."refunds" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"attempt_id" text NOT NULL,
	"key" text NOT NULL,
	"reason" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"gateway_refund_id" text,
	"requested_at" timestamptz(3) NOT NULL,
	"claimed_at" timestamptz(3),
	"done_at" timestamptz(3),
	CONSTRAINT "refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_state" CHECK ("payments"."refunds"."state" in ('wanted', 'done', 'failed')),
	CONSTRAINT "refunds_reason" CHECK ("payments"."refunds"."reason" in ('already_paid', 'withdrawn', 'requested')),
	CONSTRAINT "refunds_currency" CHECK ("payments"."refunds"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "refunds_amount" CHECK ("payments"."refunds"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "payments"."refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."webhook_inbox" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"event_id" text NOT NULL,
	"event_kind" text NOT NULL,
	"claimed_reference" text,
	"raw_body" "bytea" NOT NULL,
	"state" text NOT NULL,
	"deliveries" integer NOT NULL,
	"attempt_id" text,
	"why" text,
	"received_at" timestamptz(3) NOT NULL,
	"processed_at" timestamptz(3),
	CONSTRAINT "webhook_inbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_inbox_state" CHECK ("payments"."webhook_inbox"."state" in ('received', 'processed', 'unmatched', 'unreadable'))
);
--> statement-breakpoint
ALTER TABLE "payments"."webhook_inbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."builds" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"service_id" text NOT NULL,
	"panel_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"state" text NOT NULL,
	"remote_id" text,
	"notes" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "builds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "builds_state" CHECK ("provisioning"."builds"."state" in ('open', 'finished', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "provisioning"."builds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."credentials" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"service_id" text NOT NULL,
	"user_name" text NOT NULL,
	"sealed_password" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "credentials_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "provisioning"."credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."drift_findings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"panel_id" text NOT NULL,
	"kind" text NOT NULL,
	"service_id" text,
	"remote_id" text NOT NULL,
	"differences" jsonb NOT NULL,
	"first_seen_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"resolved_at" timestamptz(3),
	CONSTRAINT "drift_findings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drift_kind" CHECK ("provisioning"."drift_findings"."kind" in ('missing', 'extra', 'different'))
);
--> statement-breakpoint
ALTER TABLE "provisioning"."drift_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."panel_owners" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"panel_id" text NOT NULL,
	"account_id" text NOT NULL,
	"relation" bigint NOT NULL,
	"remote_user_id" text,
	"turn_of" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "panel_owners_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "provisioning"."panel_owners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."panels" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"driver" text NOT NULL,
	"name" text NOT NULL,
	"base_url" text NOT NULL,
	"panel_url" text NOT NULL,
	"sealed_credentials" text NOT NULL,
	"allow_private" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"concurrency" integer NOT NULL,
	"calls_per_minute" integer NOT NULL,
	"location_ids" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "panels_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "panels_state" CHECK ("provisioning"."panels"."state" in ('enabled', 'disabled'))
);
--> statement-breakpoint
ALTER TABLE "provisioning"."panels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."service_addresses" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"service_id" text NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "service_addresses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "provisioning"."service_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."services" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"order_id" text,
	"plan_id" text NOT NULL,
	"product_type" text NOT NULL,
	"plan_name" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"location_id" text NOT NULL,
	"image_id" text NOT NULL,
	"hostname" text NOT NULL,
	"state" text NOT NULL,
	"desired" text NOT NULL,
	"observed" text NOT NULL,
	"observed_at" timestamptz(3),
	"suspension_reasons" jsonb NOT NULL,
	"attention" text,
	"panel_id" text,
	"remote_id" text,
	"addresses" jsonb NOT NULL,
	"operation_id" text,
	"created_at" timestamptz(3) NOT NULL,
	"building_since" timestamptz(3),
	"activated_at" timestamptz(3),
	"ended_at" timestamptz(3),
	CONSTRAINT "services_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "services_state" CHECK ("provisioning"."services"."state" in ('waiting_for_payment', 'building', 'active', 'suspended', 'ended', 'needs_attention')),
	CONSTRAINT "services_desired" CHECK ("provisioning"."services"."desired" in ('none', 'active', 'suspended', 'ended')),
	CONSTRAINT "services_observed" CHECK ("provisioning"."services"."observed" in ('unknown', 'absent', 'building', 'running', 'suspended', 'failed')),
	CONSTRAINT "services_product_type" CHECK ("provisioning"."services"."product_type" in ('vps'))
);
--> statement-breakpoint
ALTER TABLE "provisioning"."services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provisioning"."sign_ons" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"service_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"state" text NOT NULL,
	"sealed_url" text,
	"expires_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "sign_ons_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sign_ons_state" CHECK ("provisioning"."sign_ons"."state" in ('asking', 'ready', 'used', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "provisioning"."sign_ons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"public_url" text NOT NULL,
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
CREATE TABLE "sandbox"."card_answers" (
	"merchant_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "card_answers_merchant_id_key_pk" PRIMARY KEY("merchant_id","key")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_charges" (
	"id" text PRIMARY KEY NOT NULL,
	"checkout_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"tax_minor" bigint,
	"refunded_minor" bigint NOT NULL,
	"card_ending" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_checkouts" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"locale" text NOT NULL,
	"return_url" text NOT NULL,
	"state" text NOT NULL,
	"decline_code" text,
	"challenged_card" text,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	CONSTRAINT "card_checkouts_state" CHECK ("sandbox"."card_checkouts"."state" in ('open', 'paid', 'declined', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_merchants" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"api_key" text NOT NULL,
	"webhook_url" text NOT NULL,
	"webhook_secret" text NOT NULL,
	"tax_percent" integer,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."card_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"merchant_id" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"is_forged" boolean NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"tries" integer NOT NULL,
	"last_answer" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "card_notices_state" CHECK ("sandbox"."card_notices"."state" in ('due', 'sent', 'given_up'))
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"charge_id" text NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."stand_in_faults" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."stand_in_faults_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stand_in" text NOT NULL,
	"call" text NOT NULL,
	"fault" text NOT NULL,
	"remaining" integer,
	"delay_ms" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."mails" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"sender" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"subject" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"received_at" timestamptz(3) NOT NULL,
	"deliveries" integer NOT NULL,
	"last_received_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_calls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."virtfusion_calls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz(3) NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"body" jsonb,
	"status" integer,
	"fault" text
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_queue" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."virtfusion_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 9000 CACHE 1),
	"server_id" integer NOT NULL,
	"action" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"ready_at" timestamptz(3) NOT NULL,
	"failed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_servers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."virtfusion_servers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 500 CACHE 1),
	"uuid" text NOT NULL,
	"user_id" integer NOT NULL,
	"group_id" integer NOT NULL,
	"hypervisor_id" integer NOT NULL,
	"package_id" integer NOT NULL,
	"name" text NOT NULL,
	"hostname" text,
	"memory" integer NOT NULL,
	"cpu_cores" integer NOT NULL,
	"storage" integer NOT NULL,
	"traffic" integer NOT NULL,
	"ipv4" jsonb NOT NULL,
	"template_id" integer,
	"build_count" integer DEFAULT 0 NOT NULL,
	"build_started_at" timestamptz(3),
	"build_ready_at" timestamptz(3),
	"build_fails" boolean DEFAULT false NOT NULL,
	"root_password" text,
	"powered_on" boolean DEFAULT false NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"delete_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"build_seconds" integer NOT NULL,
	"servers_per_group" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" integer NOT NULL,
	"server_id" integer,
	"expires_at" timestamptz(3) NOT NULL,
	"used_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."virtfusion_users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."virtfusion_users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 80 CACHE 1),
	"ext_relation_id" bigint,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password" text NOT NULL,
	"self_service" integer NOT NULL,
	"suspended" boolean NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events"."deliveries" ADD CONSTRAINT "deliveries_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "events"."events"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."calls" ADD CONSTRAINT "calls_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."operation_subjects" ADD CONSTRAINT "operation_subjects_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."steps" ADD CONSTRAINT "steps_tenant_id_operation_id_operations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","operation_id") REFERENCES "work"."operations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_tenant_id_series_id_series_tenant_id_id_fk" FOREIGN KEY ("tenant_id","series_id") REFERENCES "billing"."series"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_tenant_id_series_id_series_tenant_id_id_fk" FOREIGN KEY ("tenant_id","series_id") REFERENCES "billing"."series"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_tenant_id_payment_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payment_request_lines" ADD CONSTRAINT "payment_request_lines_tenant_id_request_id_payment_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "billing"."payment_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payment_requests" ADD CONSTRAINT "payment_requests_tenant_id_paid_by_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","paid_by_attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."plans" ADD CONSTRAINT "plans_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."devices" ADD CONSTRAINT "devices_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."links" ADD CONSTRAINT "links_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."links" ADD CONSTRAINT "links_tenant_id_sign_up_id_sign_ups_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sign_up_id") REFERENCES "identity"."sign_ups"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."passkeys" ADD CONSTRAINT "passkeys_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."recovery_codes" ADD CONSTRAINT "recovery_codes_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."second_factors" ADD CONSTRAINT "second_factors_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sign_ins" ADD CONSTRAINT "sign_ins_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sign_ups" ADD CONSTRAINT "sign_ups_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."members" ADD CONSTRAINT "members_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."members" ADD CONSTRAINT "members_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" ADD CONSTRAINT "sign_in_methods_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."staff" ADD CONSTRAINT "staff_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger"."balances" ADD CONSTRAINT "balances_tenant_id_ledger_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ledger_account_id") REFERENCES "ledger"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger"."accounts" ADD CONSTRAINT "accounts_tenant_id_customer_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger"."postings" ADD CONSTRAINT "postings_tenant_id_transfer_id_transfers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","transfer_id") REFERENCES "ledger"."transfers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger"."postings" ADD CONSTRAINT "postings_tenant_id_ledger_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ledger_account_id") REFERENCES "ledger"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications"."attachments" ADD CONSTRAINT "attachments_tenant_id_message_id_messages_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "notifications"."messages"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD CONSTRAINT "cart_items_tenant_id_cart_id_carts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","cart_id") REFERENCES "orders"."carts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."cart_items" ADD CONSTRAINT "cart_items_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD CONSTRAINT "order_items_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_items" ADD CONSTRAINT "order_items_tenant_id_plan_id_plans_tenant_id_id_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "catalog"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."orders" ADD CONSTRAINT "orders_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_services" ADD CONSTRAINT "order_services_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_services" ADD CONSTRAINT "order_services_tenant_id_item_id_order_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "orders"."order_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD CONSTRAINT "attempts_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD CONSTRAINT "attempts_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_tenant_id_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_tenant_id_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."webhook_inbox" ADD CONSTRAINT "webhook_inbox_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."webhook_inbox" ADD CONSTRAINT "webhook_inbox_tenant_id_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."builds" ADD CONSTRAINT "builds_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "provisioning"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."builds" ADD CONSTRAINT "builds_tenant_id_panel_id_panels_tenant_id_id_fk" FOREIGN KEY ("tenant_id","panel_id") REFERENCES "provisioning"."panels"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."builds" ADD CONSTRAINT "builds_tenant_id_owner_id_panel_owners_tenant_id_id_fk" FOREIGN KEY ("tenant_id","owner_id") REFERENCES "provisioning"."panel_owners"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."credentials" ADD CONSTRAINT "credentials_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "provisioning"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."drift_findings" ADD CONSTRAINT "drift_findings_tenant_id_panel_id_panels_tenant_id_id_fk" FOREIGN KEY ("tenant_id","panel_id") REFERENCES "provisioning"."panels"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."panel_owners" ADD CONSTRAINT "panel_owners_tenant_id_panel_id_panels_tenant_id_id_fk" FOREIGN KEY ("tenant_id","panel_id") REFERENCES "provisioning"."panels"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."panel_owners" ADD CONSTRAINT "panel_owners_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."service_addresses" ADD CONSTRAINT "service_addresses_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "provisioning"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."services" ADD CONSTRAINT "services_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."services" ADD CONSTRAINT "services_tenant_id_panel_id_panels_tenant_id_id_fk" FOREIGN KEY ("tenant_id","panel_id") REFERENCES "provisioning"."panels"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisioning"."sign_ons" ADD CONSTRAINT "sign_ons_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "provisioning"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."domains" ADD CONSTRAINT "domains_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "tenancy"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD CONSTRAINT "card_charges_checkout_id_card_checkouts_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "sandbox"."card_checkouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_checkouts" ADD CONSTRAINT "card_checkouts_merchant_id_card_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "sandbox"."card_merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_notices" ADD CONSTRAINT "card_notices_merchant_id_card_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "sandbox"."card_merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_refunds" ADD CONSTRAINT "card_refunds_charge_id_card_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "sandbox"."card_charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."virtfusion_servers" ADD CONSTRAINT "virtfusion_servers_user_id_virtfusion_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "sandbox"."virtfusion_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "events"."deliveries" USING btree ("next_at") WHERE "events"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_stuck" ON "events"."deliveries" USING btree ("tenant_id","id") WHERE "events"."deliveries"."state" = 'stuck';--> statement-breakpoint
CREATE INDEX "events_undispatched" ON "events"."events" USING btree ("at","id") WHERE "events"."events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "events_newest" ON "events"."events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "answered_requests_tenant_id_answered_at_index" ON "idempotency"."answered_requests" USING btree ("tenant_id","answered_at");--> statement-breakpoint
CREATE INDEX "calls_of_operation" ON "work"."calls" USING btree ("tenant_id","operation_id","number");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_subject" ON "work"."operation_subjects" USING btree ("tenant_id","subject","operation_id");--> statement-breakpoint
CREATE INDEX "operation_subjects_by_operation" ON "work"."operation_subjects" USING btree ("tenant_id","operation_id");--> statement-breakpoint
CREATE INDEX "operations_newest" ON "work"."operations" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_by_state" ON "work"."operations" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_due" ON "work"."operations" USING btree ("due_at") WHERE "work"."operations"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "operations_open" ON "work"."operations" USING btree ("queue","state") WHERE "work"."operations"."state" in ('queued', 'running', 'waiting', 'undoing', 'stuck');--> statement-breakpoint
CREATE INDEX "entries_tenant_id_at_id_index" ON "audit"."entries" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_subject_id_at_index" ON "audit"."entries" USING btree ("tenant_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_actor_id_at_index" ON "audit"."entries" USING btree ("tenant_id","actor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_tenant_id_series_id_sequence_index" ON "billing"."credit_notes" USING btree ("tenant_id","series_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_tenant_id_invoice_id_index" ON "billing"."credit_notes" USING btree ("tenant_id","invoice_id");--> statement-breakpoint
CREATE INDEX "credit_notes_tenant_id_account_id_issued_at_id_index" ON "billing"."credit_notes" USING btree ("tenant_id","account_id","issued_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_tenant_id_invoice_id_position_index" ON "billing"."invoice_lines" USING btree ("tenant_id","invoice_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_tenant_id_series_id_sequence_index" ON "billing"."invoices" USING btree ("tenant_id","series_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_tenant_id_request_id_index" ON "billing"."invoices" USING btree ("tenant_id","request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_tenant_id_payment_attempt_id_index" ON "billing"."invoices" USING btree ("tenant_id","payment_attempt_id");--> statement-breakpoint
CREATE INDEX "invoices_tenant_id_issued_at_id_index" ON "billing"."invoices" USING btree ("tenant_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "invoices_tenant_id_account_id_issued_at_id_index" ON "billing"."invoices" USING btree ("tenant_id","account_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "invoices_tenant_id_number_index" ON "billing"."invoices" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "invoices_tenant_id_order_id_index" ON "billing"."invoices" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_request_lines_tenant_id_request_id_position_index" ON "billing"."payment_request_lines" USING btree ("tenant_id","request_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_requests_tenant_id_number_index" ON "billing"."payment_requests" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "payment_requests_tenant_id_account_id_created_at_index" ON "billing"."payment_requests" USING btree ("tenant_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "payment_requests_tenant_id_order_id_index" ON "billing"."payment_requests" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "payment_requests_tenant_id_state_due_on_id_index" ON "billing"."payment_requests" USING btree ("tenant_id","state","due_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "series_tenant_id_legal_entity_id_kind_year_index" ON "billing"."series" USING btree ("tenant_id","legal_entity_id","kind","year");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_tenant_id_slug_index" ON "catalog"."plans" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "plans_tenant_id_product_id_position_index" ON "catalog"."plans" USING btree ("tenant_id","product_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "prices_tenant_id_plan_id_currency_cycle_index" ON "catalog"."prices" USING btree ("tenant_id","plan_id","currency","cycle");--> statement-breakpoint
CREATE UNIQUE INDEX "products_tenant_id_slug_index" ON "catalog"."products" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "consents_tenant_id_person_id_purpose_at_index" ON "identity"."consents" USING btree ("tenant_id","person_id","purpose","at");--> statement-breakpoint
CREATE INDEX "consents_tenant_id_purpose_at_index" ON "identity"."consents" USING btree ("tenant_id","purpose","at");--> statement-breakpoint
CREATE INDEX "devices_tenant_id_person_id_last_seen_at_index" ON "identity"."devices" USING btree ("tenant_id","person_id","last_seen_at");--> statement-breakpoint
CREATE INDEX "guards_tenant_id_last_at_index" ON "identity"."guards" USING btree ("tenant_id","last_at");--> statement-breakpoint
CREATE INDEX "links_tenant_id_email_kind_created_at_index" ON "identity"."links" USING btree ("tenant_id","email","kind","created_at");--> statement-breakpoint
CREATE INDEX "links_tenant_id_person_id_index" ON "identity"."links" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "links_tenant_id_sign_up_id_index" ON "identity"."links" USING btree ("tenant_id","sign_up_id");--> statement-breakpoint
CREATE INDEX "links_tenant_id_expires_at_index" ON "identity"."links" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_tenant_id_credential_id_index" ON "identity"."passkeys" USING btree ("tenant_id","credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_tenant_id_person_id_index" ON "identity"."passkeys" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_tenant_id_person_id_hash_index" ON "identity"."recovery_codes" USING btree ("tenant_id","person_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "second_factors_tenant_id_person_id_index" ON "identity"."second_factors" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "sign_ins_tenant_id_person_id_at_index" ON "identity"."sign_ins" USING btree ("tenant_id","person_id","at");--> statement-breakpoint
CREATE INDEX "sign_ins_tenant_id_at_index" ON "identity"."sign_ins" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "sign_ups_tenant_id_created_at_index" ON "identity"."sign_ups" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "sign_ups_tenant_id_account_id_index" ON "identity"."sign_ups" USING btree ("tenant_id","account_id");--> statement-breakpoint
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
CREATE UNIQUE INDEX "balances_tenant_id_ledger_account_id_currency_index" ON "ledger"."balances" USING btree ("tenant_id","ledger_account_id","currency");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_tenant_id_name_index" ON "ledger"."accounts" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "accounts_tenant_id_customer_id_index" ON "ledger"."accounts" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_tenant_id_transfer_id_position_index" ON "ledger"."postings" USING btree ("tenant_id","transfer_id","position");--> statement-breakpoint
CREATE INDEX "postings_tenant_id_ledger_account_id_currency_index" ON "ledger"."postings" USING btree ("tenant_id","ledger_account_id","currency");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_tenant_id_key_index" ON "ledger"."transfers" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE INDEX "transfers_tenant_id_reference_index" ON "ledger"."transfers" USING btree ("tenant_id","reference");--> statement-breakpoint
CREATE INDEX "transfers_tenant_id_posted_on_id_index" ON "ledger"."transfers" USING btree ("tenant_id","posted_on","id");--> statement-breakpoint
CREATE INDEX "attachments_tenant_id_message_id_index" ON "notifications"."attachments" USING btree ("tenant_id","message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key" ON "notifications"."messages" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE INDEX "messages_tenant_id_created_at_id_index" ON "notifications"."messages" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_tenant_id_recipient_address_created_at_index" ON "notifications"."messages" USING btree ("tenant_id","recipient_address","created_at");--> statement-breakpoint
CREATE INDEX "cart_items_tenant_id_cart_id_index" ON "orders"."cart_items" USING btree ("tenant_id","cart_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_tenant_id_token_hash_index" ON "orders"."carts" USING btree ("tenant_id","token_hash");--> statement-breakpoint
CREATE INDEX "carts_tenant_id_created_at_index" ON "orders"."carts" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "order_items_tenant_id_order_id_index" ON "orders"."order_items" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_tenant_id_number_index" ON "orders"."orders" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_tenant_id_payment_request_id_index" ON "orders"."orders" USING btree ("tenant_id","payment_request_id");--> statement-breakpoint
CREATE INDEX "orders_tenant_id_created_at_id_index" ON "orders"."orders" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_tenant_id_account_id_created_at_index" ON "orders"."orders" USING btree ("tenant_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_tenant_id_state_created_at_index" ON "orders"."orders" USING btree ("tenant_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_services_tenant_id_item_id_piece_index" ON "orders"."order_services" USING btree ("tenant_id","item_id","piece");--> statement-breakpoint
CREATE UNIQUE INDEX "order_services_tenant_id_service_id_index" ON "orders"."order_services" USING btree ("tenant_id","service_id");--> statement-breakpoint
CREATE INDEX "order_services_tenant_id_order_id_index" ON "orders"."order_services" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_live" ON "payments"."attempts" USING btree ("tenant_id","reference") WHERE state in ('created', 'waiting_for_payer', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_tenant_id_endpoint_id_checkout_id_index" ON "payments"."attempts" USING btree ("tenant_id","endpoint_id","checkout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_tenant_id_endpoint_id_charge_id_index" ON "payments"."attempts" USING btree ("tenant_id","endpoint_id","charge_id");--> statement-breakpoint
CREATE INDEX "attempts_tenant_id_reference_index" ON "payments"."attempts" USING btree ("tenant_id","reference");--> statement-breakpoint
CREATE INDEX "attempts_tenant_id_account_id_created_at_id_index" ON "payments"."attempts" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "attempts_tenant_id_created_at_id_index" ON "payments"."attempts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "attempts_to_ask" ON "payments"."attempts" USING btree ("tenant_id","state","created_at") WHERE state in ('created', 'waiting_for_payer', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "endpoints_tenant_id_gateway_index" ON "payments"."endpoints" USING btree ("tenant_id","gateway");--> statement-breakpoint
CREATE UNIQUE INDEX "match_findings_open" ON "payments"."match_findings" USING btree ("tenant_id","endpoint_id","kind","subject") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "match_findings_tenant_id_first_seen_at_id_index" ON "payments"."match_findings" USING btree ("tenant_id","first_seen_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_tenant_id_attempt_id_key_index" ON "payments"."refunds" USING btree ("tenant_id","attempt_id","key");--> statement-breakpoint
CREATE INDEX "refunds_tenant_id_state_requested_at_index" ON "payments"."refunds" USING btree ("tenant_id","state","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_inbox_tenant_id_endpoint_id_event_id_index" ON "payments"."webhook_inbox" USING btree ("tenant_id","endpoint_id","event_id");--> statement-breakpoint
CREATE INDEX "webhook_inbox_tenant_id_state_received_at_id_index" ON "payments"."webhook_inbox" USING btree ("tenant_id","state","received_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "builds_one_live" ON "provisioning"."builds" USING btree ("tenant_id","service_id") WHERE state <> 'undone';--> statement-breakpoint
CREATE UNIQUE INDEX "builds_remote" ON "provisioning"."builds" USING btree ("tenant_id","panel_id","remote_id") WHERE state <> 'undone';--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_tenant_id_service_id_index" ON "provisioning"."credentials" USING btree ("tenant_id","service_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drift_open" ON "provisioning"."drift_findings" USING btree ("tenant_id","panel_id","remote_id","kind") WHERE resolved_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "panel_owners_tenant_id_panel_id_account_id_index" ON "provisioning"."panel_owners" USING btree ("tenant_id","panel_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_owners_tenant_id_panel_id_relation_index" ON "provisioning"."panel_owners" USING btree ("tenant_id","panel_id","relation");--> statement-breakpoint
CREATE UNIQUE INDEX "panels_tenant_id_name_index" ON "provisioning"."panels" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "service_addresses_tenant_id_address_index" ON "provisioning"."service_addresses" USING btree ("tenant_id","address");--> statement-breakpoint
CREATE UNIQUE INDEX "service_addresses_tenant_id_service_id_address_index" ON "provisioning"."service_addresses" USING btree ("tenant_id","service_id","address");--> statement-breakpoint
CREATE INDEX "services_tenant_id_created_at_id_index" ON "provisioning"."services" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "services_tenant_id_account_id_created_at_id_index" ON "provisioning"."services" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "services_tenant_id_state_created_at_id_index" ON "provisioning"."services" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "services_tenant_id_order_id_index" ON "provisioning"."services" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "services_tenant_id_hostname_index" ON "provisioning"."services" USING btree ("tenant_id","hostname");--> statement-breakpoint
CREATE UNIQUE INDEX "services_remote" ON "provisioning"."services" USING btree ("tenant_id","panel_id","remote_id");--> statement-breakpoint
CREATE INDEX "sign_ons_tenant_id_service_id_created_at_index" ON "provisioning"."sign_ons" USING btree ("tenant_id","service_id","created_at");--> statement-breakpoint
CREATE INDEX "domains_tenant_id_index" ON "tenancy"."domains" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_slug_index" ON "tenancy"."tenants" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "card_charges_checkout" ON "sandbox"."card_charges" USING btree ("checkout_id");--> statement-breakpoint
CREATE INDEX "card_charges_reference" ON "sandbox"."card_charges" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "card_charges_newest" ON "sandbox"."card_charges" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "card_checkouts_reference" ON "sandbox"."card_checkouts" USING btree ("merchant_id","reference");--> statement-breakpoint
CREATE INDEX "card_checkouts_newest" ON "sandbox"."card_checkouts" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "card_merchants_api_key" ON "sandbox"."card_merchants" USING btree ("api_key");--> statement-breakpoint
CREATE INDEX "card_notices_due" ON "sandbox"."card_notices" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "card_notices_event" ON "sandbox"."card_notices" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "card_refunds_charge" ON "sandbox"."card_refunds" USING btree ("charge_id","reference");--> statement-breakpoint
CREATE INDEX "stand_in_faults_call" ON "sandbox"."stand_in_faults" USING btree ("stand_in","call");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id" ON "sandbox"."mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_received" ON "sandbox"."mails" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "virtfusion_calls_kind" ON "sandbox"."virtfusion_calls" USING btree ("kind",id desc);--> statement-breakpoint
CREATE INDEX "virtfusion_servers_user" ON "sandbox"."virtfusion_servers" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "virtfusion_servers_uuid" ON "sandbox"."virtfusion_servers" USING btree ("uuid");--> statement-breakpoint
CREATE UNIQUE INDEX "virtfusion_users_relation" ON "sandbox"."virtfusion_users" USING btree ("ext_relation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "virtfusion_users_email" ON "sandbox"."virtfusion_users" USING btree ("email");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."deliveries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "events"."events" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "idempotency"."answered_requests" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "sweeps"."sweep_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."calls" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operation_subjects" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."operations" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "work"."steps" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "audit"."entries" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."credit_notes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."invoice_lines" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."invoices" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."payment_request_lines" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."payment_requests" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "billing"."series" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."plans" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."prices" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "catalog"."products" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."consents" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."devices" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."guards" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."links" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."passkeys" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."recovery_codes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."second_factors" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sign_ins" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sign_ups" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."accounts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."api_keys" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."members" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."people" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sessions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sign_in_methods" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."staff" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."verifications" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "ledger"."balances" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "ledger"."accounts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "ledger"."postings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "ledger"."transfers" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "notifications"."attachments" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "notifications"."messages" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."cart_items" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."carts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."order_items" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."orders" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "orders"."order_services" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."attempts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."endpoints" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."match_findings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."refunds" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."webhook_inbox" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."builds" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."credentials" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."drift_findings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."panel_owners" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."panels" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."service_addresses" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."services" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."sign_ons" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tenancy"."settings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));