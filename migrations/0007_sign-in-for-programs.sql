CREATE SCHEMA "oauth";
--> statement-breakpoint
CREATE TABLE "oauth"."client_secrets" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"client_id" text NOT NULL,
	"hash" text NOT NULL,
	"start" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3),
	CONSTRAINT "client_secrets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "oauth"."client_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."clients" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"home_url" text,
	"redirect_uris" jsonb NOT NULL,
	"post_logout_redirect_uris" jsonb NOT NULL,
	"backchannel_logout_uri" text,
	"scopes" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	CONSTRAINT "clients_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "clients_kind" CHECK ("oauth"."clients"."kind" in ('confidential', 'public'))
);
--> statement-breakpoint
ALTER TABLE "oauth"."clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."codes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"client_id" text NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"nonce" text,
	"code_challenge" text NOT NULL,
	"authenticated_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"family_id" text,
	CONSTRAINT "codes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "oauth"."codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."families" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"client_id" text NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"authenticated_at" timestamptz(3) NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	"end_reason" text,
	CONSTRAINT "families_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "families_end_reason" CHECK ("oauth"."families"."end_reason" in ('signed-out', 'withdrawn', 'revoked', 'client-ended', 'code-replayed', 'token-reused', 'password-changed'))
);
--> statement-breakpoint
ALTER TABLE "oauth"."families" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."grants" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"client_id" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"given_at" timestamptz(3) NOT NULL,
	"last_used_at" timestamptz(3),
	CONSTRAINT "grants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "oauth"."grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."logouts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"client_id" text NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"created_at" timestamptz(3) NOT NULL,
	"told_at" timestamptz(3),
	CONSTRAINT "logouts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "logouts_state" CHECK ("oauth"."logouts"."state" in ('telling', 'told', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "oauth"."logouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."refresh_tokens" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"family_id" text NOT NULL,
	"hash" text NOT NULL,
	"turn" integer NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"used_at" timestamptz(3),
	CONSTRAINT "refresh_tokens_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "oauth"."refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth"."signing_keys" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_sealed" text NOT NULL,
	"signs_from" timestamptz(3) NOT NULL,
	"published_until" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "signing_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "oauth"."signing_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "oauth"."client_secrets" ADD CONSTRAINT "client_secrets_tenant_id_client_id_clients_tenant_id_id_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "oauth"."clients"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."codes" ADD CONSTRAINT "codes_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."codes" ADD CONSTRAINT "codes_tenant_id_client_id_clients_tenant_id_id_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "oauth"."clients"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."codes" ADD CONSTRAINT "codes_tenant_id_family_id_families_tenant_id_id_fk" FOREIGN KEY ("tenant_id","family_id") REFERENCES "oauth"."families"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."families" ADD CONSTRAINT "families_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."families" ADD CONSTRAINT "families_tenant_id_client_id_clients_tenant_id_id_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "oauth"."clients"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."grants" ADD CONSTRAINT "grants_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "identity"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."grants" ADD CONSTRAINT "grants_tenant_id_client_id_clients_tenant_id_id_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "oauth"."clients"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."logouts" ADD CONSTRAINT "logouts_tenant_id_client_id_clients_tenant_id_id_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "oauth"."clients"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_tenant_id_family_id_families_tenant_id_id_fk" FOREIGN KEY ("tenant_id","family_id") REFERENCES "oauth"."families"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "client_secrets_tenant_id_hash_index" ON "oauth"."client_secrets" USING btree ("tenant_id","hash");--> statement-breakpoint
CREATE INDEX "client_secrets_tenant_id_client_id_index" ON "oauth"."client_secrets" USING btree ("tenant_id","client_id");--> statement-breakpoint
CREATE INDEX "clients_tenant_id_created_at_id_index" ON "oauth"."clients" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "codes_tenant_id_hash_index" ON "oauth"."codes" USING btree ("tenant_id","hash");--> statement-breakpoint
CREATE INDEX "codes_tenant_id_person_id_index" ON "oauth"."codes" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "codes_tenant_id_client_id_index" ON "oauth"."codes" USING btree ("tenant_id","client_id");--> statement-breakpoint
CREATE INDEX "codes_tenant_id_family_id_index" ON "oauth"."codes" USING btree ("tenant_id","family_id");--> statement-breakpoint
CREATE INDEX "codes_tenant_id_expires_at_index" ON "oauth"."codes" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "families_tenant_id_person_id_client_id_index" ON "oauth"."families" USING btree ("tenant_id","person_id","client_id");--> statement-breakpoint
CREATE INDEX "families_tenant_id_session_id_index" ON "oauth"."families" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE INDEX "families_tenant_id_client_id_index" ON "oauth"."families" USING btree ("tenant_id","client_id");--> statement-breakpoint
CREATE INDEX "families_tenant_id_created_at_index" ON "oauth"."families" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_tenant_id_person_id_client_id_index" ON "oauth"."grants" USING btree ("tenant_id","person_id","client_id");--> statement-breakpoint
CREATE INDEX "grants_tenant_id_client_id_index" ON "oauth"."grants" USING btree ("tenant_id","client_id");--> statement-breakpoint
CREATE INDEX "logouts_tenant_id_client_id_index" ON "oauth"."logouts" USING btree ("tenant_id","client_id");--> statement-breakpoint
CREATE INDEX "logouts_tenant_id_created_at_index" ON "oauth"."logouts" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "logouts_tenant_id_state_created_at_index" ON "oauth"."logouts" USING btree ("tenant_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_tenant_id_hash_index" ON "oauth"."refresh_tokens" USING btree ("tenant_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_tenant_id_family_id_turn_index" ON "oauth"."refresh_tokens" USING btree ("tenant_id","family_id","turn");--> statement-breakpoint
CREATE INDEX "refresh_tokens_tenant_id_expires_at_index" ON "oauth"."refresh_tokens" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "signing_keys_tenant_id_signs_from_index" ON "oauth"."signing_keys" USING btree ("tenant_id","signs_from");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."client_secrets" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."clients" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."codes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."families" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."grants" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."logouts" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."refresh_tokens" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "oauth"."signing_keys" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));