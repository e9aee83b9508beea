CREATE TABLE "tax"."place_proofs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant_id', true), '') NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"document_id" text NOT NULL,
	"document_number" text NOT NULL,
	"country" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"decided_country" text,
	"decided_because" text,
	"decided_by" text,
	"decided_at" timestamptz(3),
	CONSTRAINT "place_proofs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "place_proofs_verdict" CHECK ("tax"."place_proofs"."verdict" in ('proved', 'missing', 'contradictory')),
	CONSTRAINT "place_proofs_settlement" CHECK (("tax"."place_proofs"."decided_at" is null) = ("tax"."place_proofs"."decided_country" is null)
        and ("tax"."place_proofs"."decided_at" is null) = ("tax"."place_proofs"."decided_because" is null))
);
--> statement-breakpoint
ALTER TABLE "tax"."place_proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments"."attempts" ADD COLUMN "payer_country" text;--> statement-breakpoint
ALTER TABLE "payments"."payment_methods" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "tax"."place_proofs" ADD CONSTRAINT "place_proofs_tenant_id_account_id_accounts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","account_id") REFERENCES "identity"."accounts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "place_proofs_tenant_id_document_id_index" ON "tax"."place_proofs" USING btree ("tenant_id","document_id");--> statement-breakpoint
CREATE INDEX "place_proofs_tenant_id_account_id_created_at_id_index" ON "tax"."place_proofs" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "place_proofs_open" ON "tax"."place_proofs" USING btree ("tenant_id","created_at","id") WHERE verdict <> 'proved' and decided_at is null;--> statement-breakpoint
CREATE INDEX "place_proofs_settled" ON "tax"."place_proofs" USING btree ("tenant_id","created_at","id") WHERE decided_at is not null;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tax"."place_proofs" AS PERMISSIVE FOR ALL TO "hostwell_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), ''));