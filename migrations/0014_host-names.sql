CREATE SCHEMA "hosts";
--> statement-breakpoint
CREATE TABLE "hosts"."host_names" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"host" text NOT NULL,
	"token" text NOT NULL,
	"state" text NOT NULL,
	"finding" jsonb,
	"created_at" timestamptz(3) NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"look_asked_at" timestamptz(3) NOT NULL,
	"checked_at" timestamptz(3),
	"verified_at" timestamptz(3),
	"missing_since" timestamptz(3),
	CONSTRAINT "host_names_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "host_names_state" CHECK ("hosts"."host_names"."state" in ('pending', 'verified', 'failed', 'lapsed'))
);
--> statement-breakpoint
ALTER TABLE "hosts"."host_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox"."name_records" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."name_records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"type" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "host_names_tenant_id_host_index" ON "hosts"."host_names" USING btree ("tenant_id","host");--> statement-breakpoint
CREATE INDEX "host_names_tenant_id_state_look_asked_at_index" ON "hosts"."host_names" USING btree ("tenant_id","state","look_asked_at");--> statement-breakpoint
CREATE INDEX "name_records_name" ON "sandbox"."name_records" USING btree ("name","type");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "hosts"."host_names" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));