CREATE TABLE "notifications"."wordings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"number" integer NOT NULL,
	"words" jsonb,
	"written_at" timestamptz(3) NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "wordings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "wordings_language" CHECK ("notifications"."wordings"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "notifications"."wordings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "shown_text" text;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "shown_html" text;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "wording_id" text;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "warning" text;--> statement-breakpoint
CREATE UNIQUE INDEX "wordings_number" ON "notifications"."wordings" USING btree ("tenant_id","template","language","number");--> statement-breakpoint
CREATE INDEX "messages_template" ON "notifications"."messages" USING btree ("tenant_id","template","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_not_sent" ON "notifications"."messages" USING btree ("tenant_id","state","created_at","id") WHERE "notifications"."messages"."state" <> 'sent';--> statement-breakpoint
CREATE INDEX "messages_warned" ON "notifications"."messages" USING btree ("tenant_id","template","created_at") WHERE warning is not null;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "notifications"."wordings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
-- Mails written so far: every link in them loses its question, for tokens travelled there and nowhere else.
UPDATE "notifications"."messages" SET
  "shown_text" = regexp_replace("text", '(https?://[^\s?]+)\?\S+', '\1?…', 'g'),
  "shown_html" = regexp_replace("html", '(https?://[^\s?"<>]+)\?[^\s"<>]+', '\1?…', 'g');--> statement-breakpoint
ALTER TABLE "notifications"."messages" ALTER COLUMN "shown_text" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ALTER COLUMN "shown_html" SET NOT NULL;--> statement-breakpoint
-- Reading a mail that was sent is the outbox's now, under a name of its own.
UPDATE "identity"."staff_roles" SET "permissions" = ("permissions" - 'customers.mails.read') || '["notifications.messages.read"]'
WHERE "permissions" ? 'customers.mails.read';--> statement-breakpoint
UPDATE "identity"."api_keys" SET "scopes" = ("scopes" - 'customers.mails.read') || '["notifications.messages.read"]'
WHERE "scopes" ? 'customers.mails.read';
