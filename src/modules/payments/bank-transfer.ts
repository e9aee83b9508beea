/** Money that comes to the shop's own bank account. No gateway tells of it: staff write down what the bank shows. */
export const BANK_TRANSFER = "bank-transfer"
