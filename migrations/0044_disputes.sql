CREATE TABLE "payments"."disputes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"attempt_id" text NOT NULL,
	"state" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"opened_at" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "disputes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "disputes_state" CHECK ("payments"."disputes"."state" in ('open', 'won', 'lost')),
	CONSTRAINT "disputes_currency" CHECK ("payments"."disputes"."currency" in ('EUR', 'GBP', 'JPY', 'KRW', 'USD')),
	CONSTRAINT "disputes_amount" CHECK ("payments"."disputes"."amount_minor" > 0 and "payments"."disputes"."fee_minor" >= 0),
	CONSTRAINT "disputes_closed" CHECK (("payments"."disputes"."state" = 'open') = ("payments"."disputes"."closed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "payments"."disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments"."match_findings" DROP CONSTRAINT "match_findings_kind";--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "lost_dispute" text DEFAULT 'suspend' NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD COLUMN "dispute_lost_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD COLUMN "dispute_fee_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments"."disputes" ADD CONSTRAINT "disputes_tenant_id_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one" ON "payments"."disputes" USING btree ("tenant_id","attempt_id") WHERE state <> 'won';--> statement-breakpoint
CREATE INDEX "disputes_tenant_id_attempt_id_index" ON "payments"."disputes" USING btree ("tenant_id","attempt_id");--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD CONSTRAINT "collecting_policies_lost" CHECK ("billing"."collecting_policies"."lost_dispute" in ('suspend', 'keep'));--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_kind" CHECK ("payments"."match_findings"."kind" in ('charge_unknown', 'charge_unrecorded', 'charge_missing', 'amount_differs', 'refund_differs', 'ledger_differs', 'ledger_unfounded', 'charge_disputed', 'dispute_lost', 'notice_unprocessed'));--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."disputes" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));