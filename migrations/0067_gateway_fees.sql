ALTER TABLE "payments"."attempts" ADD COLUMN "fee_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD COLUMN "fee_minor" bigint;--> statement-breakpoint
ALTER TABLE "sandbox"."card_charges" ADD COLUMN "fee_minor" bigint;--> statement-breakpoint
ALTER TABLE "sandbox"."card_merchants" ADD COLUMN "fee_basis_points" integer;--> statement-breakpoint
ALTER TABLE "sandbox"."card_refunds" ADD COLUMN "fee_minor" bigint;