CREATE TABLE "tenancy"."suspensions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"reason" text NOT NULL,
	"closure" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamptz(3),
	"ended_by" text,
	CONSTRAINT "suspensions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "suspensions_closure" CHECK ("tenancy"."suspensions"."closure" in ('read_only', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "tenancy"."suspensions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identity"."invitations" ALTER COLUMN "invited_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tenancy"."tenants" ADD COLUMN "closure" text;--> statement-breakpoint
ALTER TABLE "tenancy"."tenants" ADD COLUMN "is_root" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenancy"."tenants" ADD COLUMN "origin" text;--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_one_open" ON "tenancy"."suspensions" USING btree ("tenant_id") WHERE "tenancy"."suspensions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "suspensions_tenant_id_started_at_index" ON "tenancy"."suspensions" USING btree ("tenant_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_one_root" ON "tenancy"."tenants" USING btree ("is_root") WHERE "tenancy"."tenants"."is_root";--> statement-breakpoint
ALTER TABLE "tenancy"."tenants" ADD CONSTRAINT "tenants_closure" CHECK ("tenancy"."tenants"."closure" in ('read_only', 'closed'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tenancy"."suspensions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));