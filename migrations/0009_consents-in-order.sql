DROP INDEX "identity"."consents_tenant_id_person_id_purpose_at_index";--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD COLUMN "number" bigint;--> statement-breakpoint
-- By when it was said: where a row lies says nothing once others have been forgotten.
UPDATE "identity"."consents" SET "number" = said."position"
FROM (SELECT "tenant_id", "id", row_number() OVER (ORDER BY "at", "id") AS "position" FROM "identity"."consents") said
WHERE said."tenant_id" = "consents"."tenant_id" AND said."id" = "consents"."id";--> statement-breakpoint
ALTER TABLE "identity"."consents" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."consents" ALTER COLUMN "number" ADD GENERATED ALWAYS AS IDENTITY (sequence name "identity"."consents_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
SELECT setval('identity.consents_number_seq', coalesce(max("number"), 0) + 1, false) FROM "identity"."consents";--> statement-breakpoint
CREATE INDEX "consents_tenant_id_person_id_purpose_number_index" ON "identity"."consents" USING btree ("tenant_id","person_id","purpose","number");
