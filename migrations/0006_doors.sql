ALTER TABLE "identity"."links" DROP CONSTRAINT "links_kind";--> statement-breakpoint
ALTER TABLE "identity"."sign_ins" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "identity"."staff_policies" ADD COLUMN "access_team" text;--> statement-breakpoint
ALTER TABLE "identity"."staff_policies" ADD COLUMN "access_audience" text;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD COLUMN "strong_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."links" ADD CONSTRAINT "links_kind" CHECK ("identity"."links"."kind" in ('confirm-address', 'reset-password', 'sign-in', 'not-me', 'change-email', 'keep-email'));