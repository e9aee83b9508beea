CREATE SCHEMA "content";
--> statement-breakpoint
CREATE TABLE "content"."pages" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"draft" jsonb,
	"draft_edited_at" timestamptz(3),
	"draft_edited_by" text,
	"withdrawn_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "pages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pages_kind" CHECK ("content"."pages"."kind" in ('legal', 'about', 'news', 'guide'))
);
--> statement-breakpoint
ALTER TABLE "content"."pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "content"."versions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"page_id" text NOT NULL,
	"version" text NOT NULL,
	"from_day" date NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_at" timestamptz(3) NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "content"."versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."consent_texts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"in_force_from" timestamptz(3) NOT NULL,
	CONSTRAINT "consent_texts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consent_texts_purpose" CHECK ("identity"."consent_texts"."purpose" in ('terms', 'privacy'))
);
--> statement-breakpoint
ALTER TABLE "identity"."consent_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "content"."versions" ADD CONSTRAINT "versions_tenant_id_page_id_pages_tenant_id_id_fk" FOREIGN KEY ("tenant_id","page_id") REFERENCES "content"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pages_slug" ON "content"."pages" USING btree ("tenant_id","kind","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_version" ON "content"."versions" USING btree ("tenant_id","page_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_texts_version" ON "identity"."consent_texts" USING btree ("tenant_id","purpose","version");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "content"."pages" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "content"."versions" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "identity"."consent_texts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));