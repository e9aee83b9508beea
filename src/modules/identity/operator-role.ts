/** Every tenant has this role, and it can't be edited: somebody must always be able to repair the rest. */
export const OPERATOR_ROLE = "operator"
