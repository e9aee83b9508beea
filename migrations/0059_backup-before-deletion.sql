ALTER TABLE "billing"."collecting_policies" ADD COLUMN "backup_first" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "provisioning"."services" ADD COLUMN "backup_since" date;