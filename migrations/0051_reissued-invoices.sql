DROP INDEX "billing"."invoices_tenant_id_request_id_index";--> statement-breakpoint
DROP INDEX "billing"."invoices_tenant_id_payment_attempt_id_index";--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "replaces_id" text;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_tenant_id_replaces_id_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","replaces_id") REFERENCES "billing"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_replaces" ON "billing"."invoices" USING btree ("tenant_id","replaces_id") WHERE replaces_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_tenant_id_request_id_index" ON "billing"."invoices" USING btree ("tenant_id","request_id") WHERE replaces_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_tenant_id_payment_attempt_id_index" ON "billing"."invoices" USING btree ("tenant_id","payment_attempt_id") WHERE replaces_id is null;