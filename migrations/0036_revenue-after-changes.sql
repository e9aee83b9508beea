ALTER TABLE "revenue"."deferrals" ADD COLUMN "counted_from" date;--> statement-breakpoint
ALTER TABLE "revenue"."deferrals" ADD COLUMN "counted_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "revenue"."deferrals" ADD CONSTRAINT "deferrals_counted" CHECK ("revenue"."deferrals"."counted_minor" between 0 and "revenue"."deferrals"."recognised_minor"
        and ("revenue"."deferrals"."counted_from" is null and "revenue"."deferrals"."counted_minor" = 0
          or "revenue"."deferrals"."counted_from" >= "revenue"."deferrals"."start_on" and "revenue"."deferrals"."counted_from" < "revenue"."deferrals"."end_on"));