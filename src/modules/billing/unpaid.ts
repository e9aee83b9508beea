/** Bank transfers take up to a week here and there; after two the buyer has thought better of it. */
export const UNPAID_AFTER = { days: 14 }
