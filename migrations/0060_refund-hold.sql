CREATE TABLE "provisioning"."service_holds" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"release_on" date,
	"backup_since" date,
	CONSTRAINT "service_holds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "provisioning"."service_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."refund_policies" DROP CONSTRAINT "refund_policies_bounds";--> statement-breakpoint
ALTER TABLE "billing"."refund_policies" ADD COLUMN "hold_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "provisioning"."service_holds" ADD CONSTRAINT "service_holds_tenant_id_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","id") REFERENCES "provisioning"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_holds_tenant_id_release_on_id_index" ON "provisioning"."service_holds" USING btree ("tenant_id","release_on","id") WHERE release_on is not null;--> statement-breakpoint
ALTER TABLE "billing"."refund_policies" ADD CONSTRAINT "refund_policies_bounds" CHECK ("billing"."refund_policies"."window_days" >= 0 and "billing"."refund_policies"."cap_percent" between 0 and 100 and "billing"."refund_policies"."hold_days" between 0 and 90);--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "provisioning"."service_holds" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));