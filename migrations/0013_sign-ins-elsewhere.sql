CREATE SCHEMA "federation";
--> statement-breakpoint
CREATE TABLE "federation"."providers" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"client_id" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"base_url" text,
	"api_url" text,
	"is_on" boolean NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "providers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "providers_kind" CHECK ("federation"."providers"."kind" in ('google', 'github', 'kakao', 'naver', 'oidc'))
);
--> statement-breakpoint
ALTER TABLE "federation"."providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox"."house_visits" (
	"code" text PRIMARY KEY NOT NULL,
	"house" text NOT NULL,
	"person" text NOT NULL,
	"client_id" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"nonce" text,
	"code_challenge" text,
	"access_token" text,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."sign_ins" DROP CONSTRAINT "sign_ins_method";--> statement-breakpoint
CREATE UNIQUE INDEX "providers_tenant_id_kind_index" ON "federation"."providers" USING btree ("tenant_id","kind") WHERE "federation"."providers"."kind" <> 'oidc';--> statement-breakpoint
CREATE INDEX "house_visits_token" ON "sandbox"."house_visits" USING btree ("house","access_token");--> statement-breakpoint
ALTER TABLE "identity"."sign_ins" ADD CONSTRAINT "sign_ins_method" CHECK ("identity"."sign_ins"."method" in ('password', 'second-factor', 'recovery-code', 'passkey', 'link', 'provider'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "federation"."providers" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));