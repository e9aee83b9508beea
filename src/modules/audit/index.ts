export { auditApiKey } from "./audit-api-key.ts"
export { type AuditEntry, listAuditEntries } from "./queries.ts"
export { type AuditFact, recordAudit } from "./record-audit.ts"
export { auditRouter } from "./router.ts"
