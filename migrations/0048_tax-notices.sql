ALTER TABLE "tax"."exemptions" ADD COLUMN "warned_of" date;--> statement-breakpoint
ALTER TABLE "tax"."exemptions" ADD COLUMN "told_over_of" date;--> statement-breakpoint
ALTER TABLE "tax"."vat_checks" ADD COLUMN "lost_at" timestamptz(3);--> statement-breakpoint
CREATE INDEX "vat_checks_lost" ON "tax"."vat_checks" USING btree ("tenant_id","lost_at","id") WHERE lost_at is not null;