ALTER TABLE "billing"."collecting_policies" ADD COLUMN "promise_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "long_promise_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."collecting_policies" ADD COLUMN "products" jsonb DEFAULT '[]'::jsonb NOT NULL;