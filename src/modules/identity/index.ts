export { type Absorption, absorbAccount } from "./absorb-account.ts"
export { type AccessGate, type AccessGateOptions, createAccessGate } from "./access-gate.ts"
export { actorFromSession } from "./actor-facts.ts"
export { findPersonFacts } from "./actor-queries.ts"
export {
  type ActorRequest,
  type ActorResolver,
  ASSERTION_HEADER,
  createActorResolver,
  type FindOrderedAccount,
  type Resolved,
} from "./actor-resolver.ts"
export { addWayIn } from "./add-way-in.ts"
export { announceAct } from "./announce-act.ts"
export type { SecondFactorWish } from "./answer-second-factor.ts"
export { askConsentsAnew } from "./ask-consents-anew.ts"
export type { PasskeyAsked } from "./begin-passkey.ts"
export { type BreachCheck, createBreachCheck, refuseBreached } from "./breach-check.ts"
export { type AccountClaim, claimAccount } from "./claim-account.ts"
export { closeConsentAsks } from "./close-consent-asks.ts"
export { closeDoors } from "./close-doors.ts"
export type { ConsentWish } from "./consent.ts"
export { countLetter } from "./count-letter.ts"
export { countPeople } from "./count-people.ts"
export { countPeopleByWay } from "./count-people-by-way.ts"
export { countTextAgreements } from "./count-text-agreements.ts"
export { createAccount } from "./create-account.ts"
export { createAccounts } from "./create-accounts.ts"
export { createApiKey } from "./create-api-key.ts"
export { createApiKeyFor } from "./create-api-key-for.ts"
export { type CustomerWish, createCustomer } from "./create-customer.ts"
export { createStaff, type StaffWish } from "./create-staff.ts"
export { describeSubject } from "./describe-subject.ts"
export { describeDevice } from "./device.ts"
export { identityRefusals } from "./errors.ts"
export {
  accountClaimed,
  apiKeyCreated,
  apiKeyRevoked,
  consentsAsked,
  consentsChanged,
  customerCreated,
  deviceAppeared,
  identityActed,
  invitationSent,
  linkRequested,
  passwordChanged,
  type SecurityChange,
  securityChanged,
  sessionsEnded,
} from "./events.ts"
export { findAccountFamily } from "./find-account-family.ts"
export { findPerson } from "./find-person.ts"
export { findSessionStanding } from "./find-session-standing.ts"
export { findStaffRole, type StaffRole } from "./find-staff-role.ts"
export { findWayIn, type OutsideName } from "./find-way-in.ts"
export { forgetConsents } from "./forget-consents.ts"
export { forgetSignIns } from "./forget-sign-ins.ts"
export { forgetSignUps } from "./forget-sign-ups.ts"
export { type Account, getAccount } from "./get-account.ts"
export { getConsentRule } from "./get-consent-rule.ts"
export { type FreeConsents, getConsents } from "./get-consents.ts"
export { getDevice } from "./get-device.ts"
export { getInvitationLetter } from "./get-invitation-letter.ts"
export { getLinkLetter, type LinkLetter } from "./get-link-letter.ts"
export { getPerson } from "./get-person.ts"
export { getProfile } from "./get-profile.ts"
export { type InvitationWish, inviteMember } from "./invite-member.ts"
export { inviteOperator } from "./invite-operator.ts"
export { type JoinWish, joinPerson } from "./join-person.ts"
export { liftAccess } from "./lift-access.ts"
export { listAccountFacts } from "./list-account-facts.ts"
export { listAccountLanguages } from "./list-account-languages.ts"
export { listAccountNames } from "./list-account-names.ts"
export { type AccountPerson, listAccountPeople } from "./list-account-people.ts"
export { listApiKeysOf } from "./list-api-keys-of.ts"
export { type BilledPlace, listBilledPlaces } from "./list-billed-places.ts"
export { listConsentFacts } from "./list-consent-facts.ts"
export { listErasedAccounts } from "./list-erased-accounts.ts"
export { type InvoiceContact, listInvoiceContacts } from "./list-invoice-contacts.ts"
export { listNumberHolders } from "./list-number-holders.ts"
export { listParts } from "./list-parts.ts"
export { listPendingTexts } from "./list-pending-texts.ts"
export { listPersonNames } from "./list-person-names.ts"
export { listStaffRoles } from "./list-staff-roles.ts"
export { listWaysIn, type WayIn } from "./list-ways-in.ts"
export { lockAccount } from "./lock-account.ts"
export type { MemberRole } from "./member-role.ts"
export { openNotMeLink } from "./open-not-me-link.ts"
export { hashPassword } from "./password.ts"
export { type Permission, permissions, rolesHolding, staffPermissions } from "./permissions.ts"
export { identityPersonalData } from "./personal-data.ts"
export { countryOfPhone, readPhone } from "./phone.ts"
export { type OwnSession, proved, requireProvedSession, requireSession } from "./proof.ts"
export type { Proof } from "./prove.ts"
export { publishText } from "./publish-text.ts"
export { removeWayIn } from "./remove-way-in.ts"
export { requestSignUp } from "./request-sign-up.ts"
export { revokeApiKeyOf } from "./revoke-api-key-of.ts"
export { rotateApiKeyOf } from "./rotate-api-key-of.ts"
export { createIdentityRouter } from "./router.ts"
export { saveConsents } from "./save-consents.ts"
export { savePolicy } from "./save-policy.ts"
export { saveStaffPolicy } from "./save-staff-policy.ts"
export { type CameIn, createSignIn, type SignIn, type SignInSite } from "./sign-in.ts"
export type { Credentials } from "./sign-in-by-password.ts"
export type { SignInMeans } from "./sign-in-router.ts"
export { sweepSignIns } from "./sweep-sign-ins.ts"
export { tellSessionNews } from "./tell-session-news.ts"
export { anyConsentOld, anyConsentToAsk, anySignInOld, anySignInOver, anySignUpOld } from "./unseen-work.ts"
export {
  euCountries,
  readVatNumber,
  type VatNumber,
  vatPrefix,
  writeVatNumber,
} from "./vat-number.ts"
export type { PasskeyAnswer } from "./verify-passkey.ts"
