ALTER TABLE "desk"."bulk_runs" DROP CONSTRAINT "bulk_runs_state";--> statement-breakpoint
ALTER TABLE "desk"."bulk_runs" ADD COLUMN "choice" text;--> statement-breakpoint
ALTER TABLE "desk"."bulk_runs" ADD CONSTRAINT "bulk_runs_state" CHECK ("desk"."bulk_runs"."state" in ('prepared', 'running', 'done'));