/** Under which a transaction remembers the policy; whoever writes it forgets it. */
export const COLLECTING_POLICY = "billing.collecting-policy"
