CREATE SCHEMA "privacy";
--> statement-breakpoint
CREATE TABLE "identity"."consent_asks" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"answer_by" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "consent_asks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."consent_asks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "privacy"."erasures" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"reason" text,
	"created_at" timestamptz(3) NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"obstacles" jsonb NOT NULL,
	"withdrawn_at" timestamptz(3),
	"done_at" timestamptz(3),
	"counts" jsonb NOT NULL,
	CONSTRAINT "erasures_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "erasures_state" CHECK ("privacy"."erasures"."state" in ('waiting', 'held', 'erasing', 'done', 'withdrawn')),
	CONSTRAINT "erasures_done" CHECK (("privacy"."erasures"."state" = 'done') = ("privacy"."erasures"."done_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "privacy"."erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "privacy"."exports" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"reason" text,
	"sealed_key" text,
	"bytes" integer,
	"created_at" timestamptz(3) NOT NULL,
	"ready_at" timestamptz(3),
	"expires_at" timestamptz(3),
	"downloads" integer NOT NULL,
	CONSTRAINT "exports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "exports_state" CHECK ("privacy"."exports"."state" in ('asked', 'ready', 'failed', 'expired')),
	CONSTRAINT "exports_open_while_ready" CHECK (("privacy"."exports"."state" = 'ready') = ("privacy"."exports"."sealed_key" is not null))
);
--> statement-breakpoint
ALTER TABLE "privacy"."exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "privacy"."retention_runs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"ran_at" timestamptz(3) NOT NULL,
	"before" timestamptz(3) NOT NULL,
	"rows" integer NOT NULL,
	"total" bigint NOT NULL,
	"is_unfinished" boolean NOT NULL,
	CONSTRAINT "retention_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "privacy"."retention_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."kept_periods" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"keep" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "kept_periods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."kept_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identity"."consents" DROP CONSTRAINT "consents_purpose";--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD COLUMN "place" text DEFAULT 'sign-up' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."accounts" ADD COLUMN "erased_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."people" ADD COLUMN "erased_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "person_id" text;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
ALTER TABLE "identity"."consent_asks" ADD CONSTRAINT "consent_asks_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy"."erasures" ADD CONSTRAINT "erasures_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy"."exports" ADD CONSTRAINT "exports_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_asks_one_open" ON "identity"."consent_asks" USING btree ("tenant_id","person_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "consent_asks_tenant_id_answer_by_index" ON "identity"."consent_asks" USING btree ("tenant_id","answer_by");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_one_open" ON "privacy"."erasures" USING btree ("tenant_id","person_id") WHERE state in ('waiting', 'held', 'erasing');--> statement-breakpoint
CREATE INDEX "erasures_tenant_id_person_id_created_at_index" ON "privacy"."erasures" USING btree ("tenant_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "erasures_tenant_id_created_at_id_index" ON "privacy"."erasures" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "erasures_tenant_id_state_due_at_index" ON "privacy"."erasures" USING btree ("tenant_id","state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exports_one_under_way" ON "privacy"."exports" USING btree ("tenant_id","person_id") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "exports_tenant_id_person_id_created_at_index" ON "privacy"."exports" USING btree ("tenant_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "exports_tenant_id_created_at_id_index" ON "privacy"."exports" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "exports_tenant_id_state_expires_at_index" ON "privacy"."exports" USING btree ("tenant_id","state","expires_at");--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_place" CHECK ("identity"."consents"."place" in ('sign-up', 'portal', 'mail-link', 'asked-anew', 'unanswered', 'staff'));--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_purpose" CHECK ("identity"."consents"."purpose" in ('terms', 'privacy', 'age', 'marketing-mail', 'marketing-sms', 'marketing-kakao', 'night'));--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD CONSTRAINT "messages_advertising_can_be_refused" CHECK (("notifications"."messages"."class" = 'advertising') = ("notifications"."messages"."person_id" is not null and "notifications"."messages"."unsubscribe_url" is not null));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."consent_asks" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "privacy"."erasures" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "privacy"."exports" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "privacy"."retention_runs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tenancy"."kept_periods" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));