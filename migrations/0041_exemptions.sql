CREATE TABLE "tax"."exemptions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"number" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reference" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "exemptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "exemptions_days" CHECK ("tax"."exemptions"."until_on" >= "tax"."exemptions"."from_on")
);
--> statement-breakpoint
ALTER TABLE "tax"."exemptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tax"."exemptions" ADD CONSTRAINT "exemptions_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exemptions_tenant_id_account_id_until_on_index" ON "tax"."exemptions" USING btree ("tenant_id","account_id","until_on");--> statement-breakpoint
CREATE INDEX "exemptions_tenant_id_until_on_index" ON "tax"."exemptions" USING btree ("tenant_id","until_on");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."exemptions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));