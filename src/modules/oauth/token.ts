/** Each kind says what it is in its head, so that none passes for another. */
export type TokenKind = "JWT" | "at+jwt" | "logout+jwt"

/** A quarter of an hour: what was taken back lives no longer than that where a client doesn't ask us. */
export const ACCESS_SECONDS = 900

export const ID_TOKEN_SECONDS = 900

/** The page of the program exchanges it at once; a minute is for slow networks. */
export const CODE_SECONDS = 60

/** A refresh token that lies unused so long is over. */
export const REFRESH_DAYS = 30

export const LOGOUT_TOKEN_SECONDS = 120

/** Between asking and the last page of the answer: finding a password, a telephone, the mail. */
export const REQUEST_SECONDS = 1_800
