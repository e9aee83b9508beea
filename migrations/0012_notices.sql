CREATE SCHEMA "notices";
--> statement-breakpoint
CREATE TABLE "notices"."notices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"importance" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"decision" text NOT NULL,
	"publish_at" timestamptz(3),
	"expires_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "notices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notices_kind" CHECK ("notices"."notices"."kind" in ('news', 'maintenance', 'incident', 'resolved', 'changes', 'terms')),
	CONSTRAINT "notices_importance" CHECK ("notices"."notices"."importance" in ('normal', 'important', 'urgent')),
	CONSTRAINT "notices_decision" CHECK ("notices"."notices"."decision" in ('draft', 'released', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "notices"."notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices"."reads" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"read_at" timestamptz(3) NOT NULL,
	CONSTRAINT "reads_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "notices"."reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notices"."reads" ADD CONSTRAINT "reads_tenant_id_notice_id_notices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","notice_id") REFERENCES "notices"."notices"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_tenant_id_created_at_id_index" ON "notices"."notices" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_tenant_id_decision_publish_at_id_index" ON "notices"."notices" USING btree ("tenant_id","decision","publish_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reads_tenant_id_notice_id_person_id_index" ON "notices"."reads" USING btree ("tenant_id","notice_id","person_id");--> statement-breakpoint
CREATE INDEX "reads_tenant_id_person_id_index" ON "notices"."reads" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "notices"."notices" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "notices"."reads" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));