CREATE TABLE "payments"."method_setups" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"gateway" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"setup_id" text,
	"redirect_url" text,
	"decline" text,
	"method_id" text,
	"created_at" timestamptz(3) NOT NULL,
	"claimed_at" timestamptz(3),
	"asked_at" timestamptz(3),
	CONSTRAINT "method_setups_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "method_setups_state" CHECK ("payments"."method_setups"."state" in ('created', 'waiting_for_payer', 'done', 'declined', 'abandoned')),
	CONSTRAINT "method_setups_decline" CHECK ("payments"."method_setups"."decline" in ('declined_hard', 'declined_soft', 'authentication_required', 'expired', 'insufficient_funds', 'invalid_instrument', 'duplicate', 'rate_limited', 'provider_error', 'config_error')),
	CONSTRAINT "method_setups_language" CHECK ("payments"."method_setups"."language" in ('en', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "payments"."method_setups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments"."payment_methods" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"gateway" text NOT NULL,
	"gateway_customer_id" text,
	"token_sealed" text,
	"fingerprint" text NOT NULL,
	"brand" text NOT NULL,
	"last_four" text NOT NULL,
	"expires_on" date,
	"state" text NOT NULL,
	"decline" text,
	"is_default" boolean NOT NULL,
	"consented_at" timestamptz(3) NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"charged_at" timestamptz(3),
	"removed_at" timestamptz(3),
	CONSTRAINT "payment_methods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payment_methods_state" CHECK ("payments"."payment_methods"."state" in ('usable', 'dead', 'needs_authentication')),
	CONSTRAINT "payment_methods_decline" CHECK ("payments"."payment_methods"."decline" in ('declined_hard', 'declined_soft', 'authentication_required', 'expired', 'insufficient_funds', 'invalid_instrument', 'duplicate', 'rate_limited', 'provider_error', 'config_error')),
	CONSTRAINT "payment_methods_default" CHECK (not ("payments"."payment_methods"."is_default" and "payments"."payment_methods"."removed_at" is not null)),
	CONSTRAINT "payment_methods_token" CHECK ("payments"."payment_methods"."removed_at" is not null or "payments"."payment_methods"."token_sealed" is not null)
);
--> statement-breakpoint
ALTER TABLE "payments"."payment_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox"."card_methods" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"customer" text NOT NULL,
	"card_number" text NOT NULL,
	"consented_at" timestamptz(3) NOT NULL,
	"detached_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"method_id" text NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"state" text NOT NULL,
	"decline_code" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "card_payments_state" CHECK ("sandbox"."card_payments"."state" in ('paid', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "sandbox"."card_setups" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"reference" text NOT NULL,
	"customer" text NOT NULL,
	"locale" text NOT NULL,
	"return_url" text NOT NULL,
	"state" text NOT NULL,
	"decline_code" text,
	"challenged_card" text,
	"method_id" text,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	CONSTRAINT "card_setups_state" CHECK ("sandbox"."card_setups"."state" in ('open', 'done', 'declined', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "payments"."match_findings" DROP CONSTRAINT "match_findings_kind";--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ALTER COLUMN "checkout_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD COLUMN "method_id" text;--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD COLUMN "asks_to_keep" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD COLUMN "payment_id" text;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD COLUMN "disputed_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "sandbox"."card_checkouts" ADD COLUMN "customer" text;--> statement-breakpoint
ALTER TABLE "sandbox"."card_checkouts" ADD COLUMN "may_keep" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."card_checkouts" ADD COLUMN "method_id" text;--> statement-breakpoint
ALTER TABLE "payments"."method_setups" ADD CONSTRAINT "method_setups_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."method_setups" ADD CONSTRAINT "method_setups_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."method_setups" ADD CONSTRAINT "method_setups_tenant_id_method_id_payment_methods_tenant_id_id_fk" FOREIGN KEY ("tenant_id","method_id") REFERENCES "payments"."payment_methods"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."payment_methods" ADD CONSTRAINT "payment_methods_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."payment_methods" ADD CONSTRAINT "payment_methods_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_methods" ADD CONSTRAINT "card_methods_merchant_id_card_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "sandbox"."card_merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_payments" ADD CONSTRAINT "card_payments_merchant_id_card_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "sandbox"."card_merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_payments" ADD CONSTRAINT "card_payments_method_id_card_methods_id_fk" FOREIGN KEY ("method_id") REFERENCES "sandbox"."card_methods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_setups" ADD CONSTRAINT "card_setups_merchant_id_card_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "sandbox"."card_merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_setups" ADD CONSTRAINT "card_setups_method_id_card_methods_id_fk" FOREIGN KEY ("method_id") REFERENCES "sandbox"."card_methods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "method_setups_tenant_id_endpoint_id_setup_id_index" ON "payments"."method_setups" USING btree ("tenant_id","endpoint_id","setup_id");--> statement-breakpoint
CREATE INDEX "method_setups_to_ask" ON "payments"."method_setups" USING btree ("tenant_id","created_at") WHERE state in ('created', 'waiting_for_payer');--> statement-breakpoint
CREATE INDEX "method_setups_tenant_id_account_id_created_at_id_index" ON "payments"."method_setups" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_methods_one_default" ON "payments"."payment_methods" USING btree ("tenant_id","account_id") WHERE is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_methods_same_card" ON "payments"."payment_methods" USING btree ("tenant_id","account_id","endpoint_id","fingerprint") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "payment_methods_to_forget" ON "payments"."payment_methods" USING btree ("tenant_id","removed_at") WHERE token_sealed is not null and removed_at is not null;--> statement-breakpoint
CREATE INDEX "payment_methods_tenant_id_account_id_created_at_id_index" ON "payments"."payment_methods" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "card_methods_customer" ON "sandbox"."card_methods" USING btree ("merchant_id","customer","card_number");--> statement-breakpoint
CREATE INDEX "card_payments_reference" ON "sandbox"."card_payments" USING btree ("merchant_id","reference");--> statement-breakpoint
CREATE INDEX "card_payments_method" ON "sandbox"."card_payments" USING btree ("method_id");--> statement-breakpoint
CREATE INDEX "card_payments_newest" ON "sandbox"."card_payments" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "card_setups_reference" ON "sandbox"."card_setups" USING btree ("merchant_id","reference");--> statement-breakpoint
CREATE INDEX "card_setups_newest" ON "sandbox"."card_setups" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD CONSTRAINT "attempts_tenant_id_method_id_payment_methods_tenant_id_id_fk" FOREIGN KEY ("tenant_id","method_id") REFERENCES "payments"."payment_methods"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD CONSTRAINT "card_charges_payment_id_card_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "sandbox"."card_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."card_checkouts" ADD CONSTRAINT "card_checkouts_method_id_card_methods_id_fk" FOREIGN KEY ("method_id") REFERENCES "sandbox"."card_methods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_tenant_id_method_id_index" ON "payments"."attempts" USING btree ("tenant_id","method_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_charges_payment" ON "sandbox"."card_charges" USING btree ("payment_id");--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_kind" CHECK ("payments"."match_findings"."kind" in ('charge_unknown', 'charge_unrecorded', 'charge_missing', 'amount_differs', 'refund_differs', 'ledger_differs', 'ledger_unfounded', 'charge_disputed', 'notice_unprocessed'));--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD CONSTRAINT "card_charges_origin" CHECK (("sandbox"."card_charges"."checkout_id" is null) <> ("sandbox"."card_charges"."payment_id" is null));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."method_setups" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."payment_methods" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));