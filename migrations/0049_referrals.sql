CREATE SCHEMA "referrals";
--> statement-breakpoint
CREATE TABLE "referrals"."links" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "links_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "referrals"."links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referrals"."policies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"is_on" boolean NOT NULL,
	"after_days" integer NOT NULL,
	"most_a_year" integer,
	"rewards" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "referrals"."policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referrals"."referrals" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"referrer_id" text NOT NULL,
	"account_id" text NOT NULL,
	"state" text NOT NULL,
	"because" text,
	"reason" text,
	"after_days" integer NOT NULL,
	"most_a_year" integer,
	"rewards" jsonb NOT NULL,
	"invoice_id" text,
	"currency" text,
	"referrer_minor" bigint,
	"newcomer_minor" bigint,
	"created_at" timestamptz(3) NOT NULL,
	"decided_at" timestamptz(3),
	CONSTRAINT "referrals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "referrals_state" CHECK ("referrals"."referrals"."state" in ('waiting', 'granted', 'void')),
	CONSTRAINT "referrals_because" CHECK ("referrals"."referrals"."because" in ('same_person', 'known_before', 'account_gone', 'refunded', 'disputed', 'no_reward', 'never_paid', 'by_staff')),
	CONSTRAINT "referrals_currency" CHECK ("referrals"."referrals"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "referrals_decided" CHECK (("referrals"."referrals"."state" = 'waiting') = ("referrals"."referrals"."decided_at" is null)),
	CONSTRAINT "referrals_void" CHECK (("referrals"."referrals"."state" = 'void') = ("referrals"."referrals"."because" is not null)),
	CONSTRAINT "referrals_granted" CHECK (("referrals"."referrals"."state" = 'granted') = ("referrals"."referrals"."invoice_id" is not null and "referrals"."referrals"."currency" is not null
        and "referrals"."referrals"."referrer_minor" is not null and "referrals"."referrals"."newcomer_minor" is not null))
);
--> statement-breakpoint
ALTER TABLE "referrals"."referrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "referrals"."links" ADD CONSTRAINT "links_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals"."referrals" ADD CONSTRAINT "referrals_tenant_id_referrer_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","referrer_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals"."referrals" ADD CONSTRAINT "referrals_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals"."referrals" ADD CONSTRAINT "referrals_tenant_id_invoice_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "links_tenant_id_account_id_index" ON "referrals"."links" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "links_tenant_id_code_index" ON "referrals"."links" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_tenant_id_account_id_index" ON "referrals"."referrals" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE INDEX "referrals_tenant_id_created_at_id_index" ON "referrals"."referrals" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_tenant_id_referrer_id_created_at_id_index" ON "referrals"."referrals" USING btree ("tenant_id","referrer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals"."referrals" USING btree ("tenant_id","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "referrals"."links" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "referrals"."policies" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "referrals"."referrals" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));