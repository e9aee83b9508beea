/** Something about who answers under which host name has changed. The payload is a tenant's id, which is no secret. */
export const TENANCY_CHANNEL = "hostwell_tenancy"
