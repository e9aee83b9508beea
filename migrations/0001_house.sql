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
CREATE TABLE "identity"."policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"needs_privacy_tick" boolean NOT NULL,
	"allows_magic_links" boolean NOT NULL,
	CONSTRAINT "policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "identity"."people" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "identity"."people" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."links" ADD CONSTRAINT "links_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."links" ADD CONSTRAINT "links_tenant_id_sign_up_id_sign_ups_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sign_up_id") REFERENCES "identity"."sign_ups"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sign_ups" ADD CONSTRAINT "sign_ups_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_tenant_id_person_id_purpose_at_index" ON "identity"."consents" USING btree ("tenant_id","person_id","purpose","at");--> statement-breakpoint
CREATE INDEX "consents_tenant_id_purpose_at_index" ON "identity"."consents" USING btree ("tenant_id","purpose","at");--> statement-breakpoint
CREATE INDEX "links_tenant_id_email_kind_created_at_index" ON "identity"."links" USING btree ("tenant_id","email","kind","created_at");--> statement-breakpoint
CREATE INDEX "links_tenant_id_person_id_index" ON "identity"."links" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "links_tenant_id_sign_up_id_index" ON "identity"."links" USING btree ("tenant_id","sign_up_id");--> statement-breakpoint
CREATE INDEX "links_tenant_id_expires_at_index" ON "identity"."links" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "sign_ups_tenant_id_created_at_index" ON "identity"."sign_ups" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "sign_ups_tenant_id_account_id_index" ON "identity"."sign_ups" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."consents" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."links" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."sign_ups" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));