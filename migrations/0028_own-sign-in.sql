ALTER TABLE "identity"."people" ALTER COLUMN "created_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."people" ALTER COLUMN "updated_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "expires_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "admitted_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "proved_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "strong_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "created_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sessions" ALTER COLUMN "updated_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" ALTER COLUMN "created_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" ALTER COLUMN "updated_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."verifications" ALTER COLUMN "expires_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."verifications" ALTER COLUMN "created_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."verifications" ALTER COLUMN "updated_at" SET DATA TYPE timestamptz(3);--> statement-breakpoint
ALTER TABLE "identity"."people" DROP COLUMN "image";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "access_token";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "refresh_token";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "id_token";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "access_token_expires_at";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "refresh_token_expires_at";--> statement-breakpoint
ALTER TABLE "identity"."sign_in_methods" DROP COLUMN "scope";