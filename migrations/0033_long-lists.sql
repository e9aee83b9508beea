DROP INDEX "audit"."entries_tenant_id_subject_id_at_index";--> statement-breakpoint
DROP INDEX "audit"."entries_tenant_id_actor_id_at_index";--> statement-breakpoint
DROP INDEX "billing"."subscriptions_tenant_id_account_name_index";--> statement-breakpoint
DROP INDEX "billing"."invoices_tenant_id_number_index";--> statement-breakpoint
DROP INDEX "orders"."orders_tenant_id_account_id_created_at_index";--> statement-breakpoint
DROP INDEX "orders"."orders_tenant_id_state_created_at_index";--> statement-breakpoint
DROP INDEX "provisioning"."services_tenant_id_hostname_index";--> statement-breakpoint
CREATE INDEX "operations_by_name" ON "work"."operations" USING btree ("tenant_id","name","created_at","id");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_act_at_id_index" ON "audit"."entries" USING btree ("tenant_id","act","at","id");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_subject_id_at_id_index" ON "audit"."entries" USING btree ("tenant_id","subject_id","at","id");--> statement-breakpoint
CREATE INDEX "entries_tenant_id_actor_id_at_id_index" ON "audit"."entries" USING btree ("tenant_id","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "entries_impersonator" ON "audit"."entries" USING btree ("tenant_id","impersonator_id","at","id") WHERE impersonator_id is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_tenant_id_account_name_id_index" ON "billing"."subscriptions" USING btree ("tenant_id","account_name","id");--> statement-breakpoint
CREATE INDEX "invoices_tenant_id_number_id_index" ON "billing"."invoices" USING btree ("tenant_id","number","id");--> statement-breakpoint
CREATE INDEX "accounts_tenant_id_country_created_at_id_index" ON "identity"."accounts" USING btree ("tenant_id","country","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_tenant_id_account_id_created_at_id_index" ON "orders"."orders" USING btree ("tenant_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_tenant_id_state_created_at_id_index" ON "orders"."orders" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_troubled" ON "orders"."orders" USING btree ("tenant_id","account_id") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "services_tenant_id_hostname_id_index" ON "provisioning"."services" USING btree ("tenant_id","hostname","id");--> statement-breakpoint
CREATE INDEX "services_tenant_id_remote_id_index" ON "provisioning"."services" USING btree ("tenant_id","remote_id");