CREATE SCHEMA "customers";
--> statement-breakpoint
CREATE TABLE "customers"."account_tags" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"tag_id" text NOT NULL,
	CONSTRAINT "account_tags_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers"."account_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."field_values" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"field_id" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "field_values_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers"."field_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."fields" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"kind" text NOT NULL,
	"choices" jsonb NOT NULL,
	"is_listed" boolean NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "fields_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "fields_kind" CHECK ("customers"."fields"."kind" in ('text', 'number', 'date', 'choice', 'yes_no'))
);
--> statement-breakpoint
ALTER TABLE "customers"."fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."files" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"stored_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "files_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers"."files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."imports" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"rows" jsonb NOT NULL,
	"unknown_columns" jsonb NOT NULL,
	"sends_invitations" boolean NOT NULL,
	"created_count" integer NOT NULL,
	"started_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"confirmed_at" timestamptz(3),
	CONSTRAINT "imports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "imports_state" CHECK ("customers"."imports"."state" in ('previewed', 'confirmed'))
);
--> statement-breakpoint
ALTER TABLE "customers"."imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."merges" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"from_account_id" text NOT NULL,
	"into_account_id" text NOT NULL,
	"merged_by" text NOT NULL,
	"reason" text NOT NULL,
	"moved" jsonb NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "merges_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers"."merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."notes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"is_pinned" boolean NOT NULL,
	"author_id" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"edited_at" timestamptz(3),
	CONSTRAINT "notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers"."notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers"."tags" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"color" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "tags_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "tags_color" CHECK ("customers"."tags"."color" in ('grey', 'blue', 'green', 'yellow', 'red'))
);
--> statement-breakpoint
ALTER TABLE "customers"."tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identity"."accounts" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "customers"."account_tags" ADD CONSTRAINT "account_tags_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."account_tags" ADD CONSTRAINT "account_tags_tenant_id_tag_id_tags_tenant_id_id_fk" FOREIGN KEY ("tenant_id","tag_id") REFERENCES "customers"."tags"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."field_values" ADD CONSTRAINT "field_values_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."field_values" ADD CONSTRAINT "field_values_tenant_id_field_id_fields_tenant_id_id_fk" FOREIGN KEY ("tenant_id","field_id") REFERENCES "customers"."fields"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."files" ADD CONSTRAINT "files_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."merges" ADD CONSTRAINT "merges_tenant_id_from_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","from_account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."merges" ADD CONSTRAINT "merges_tenant_id_into_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","into_account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers"."notes" ADD CONSTRAINT "notes_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_tags_tenant_id_account_id_tag_id_index" ON "customers"."account_tags" USING btree ("tenant_id","account_id","tag_id");--> statement-breakpoint
CREATE INDEX "account_tags_tenant_id_tag_id_account_id_index" ON "customers"."account_tags" USING btree ("tenant_id","tag_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "field_values_tenant_id_account_id_field_id_index" ON "customers"."field_values" USING btree ("tenant_id","account_id","field_id");--> statement-breakpoint
CREATE INDEX "field_values_tenant_id_field_id_index" ON "customers"."field_values" USING btree ("tenant_id","field_id");--> statement-breakpoint
CREATE UNIQUE INDEX "fields_tenant_id_name_key_index" ON "customers"."fields" USING btree ("tenant_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "files_tenant_id_key_index" ON "customers"."files" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE INDEX "files_tenant_id_account_id_created_at_id_index" ON "customers"."files" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_tenant_id_created_at_id_index" ON "customers"."imports" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_tenant_id_from_account_id_index" ON "customers"."merges" USING btree ("tenant_id","from_account_id");--> statement-breakpoint
CREATE INDEX "merges_tenant_id_into_account_id_at_index" ON "customers"."merges" USING btree ("tenant_id","into_account_id","at");--> statement-breakpoint
CREATE INDEX "notes_tenant_id_account_id_created_at_id_index" ON "customers"."notes" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_tenant_id_name_key_index" ON "customers"."tags" USING btree ("tenant_id","name_key");--> statement-breakpoint
ALTER TABLE "identity"."accounts" ADD CONSTRAINT "accounts_tenant_id_merged_into_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","merged_into_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_tenant_id_account_id_at_id_index" ON "audit"."entries" USING btree ("tenant_id","account_id","at","id");--> statement-breakpoint
CREATE INDEX "accounts_tenant_id_merged_into_id_index" ON "identity"."accounts" USING btree ("tenant_id","merged_into_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."account_tags" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."field_values" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."fields" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."files" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."imports" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."merges" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."notes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "customers"."tags" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));