CREATE TABLE "payments"."match_findings" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"attempt_id" text,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"first_seen_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"resolved_at" timestamptz(3),
	CONSTRAINT "match_findings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "match_findings_kind" CHECK ("payments"."match_findings"."kind" in ('charge_unknown', 'charge_unrecorded', 'charge_missing', 'amount_differs', 'refund_differs', 'ledger_differs', 'ledger_unfounded', 'notice_unprocessed'))
);
--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_tenant_id_endpoint_id_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "payments"."endpoints"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."match_findings" ADD CONSTRAINT "match_findings_tenant_id_attempt_id_attempts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","attempt_id") REFERENCES "payments"."attempts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_findings_open" ON "payments"."match_findings" USING btree ("tenant_id","endpoint_id","kind","subject") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "match_findings_tenant_id_first_seen_at_id_index" ON "payments"."match_findings" USING btree ("tenant_id","first_seen_at","id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "payments"."match_findings" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));