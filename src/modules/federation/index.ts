export { federationRefusals } from "./errors.ts"
export { findArrived } from "./find-arrived.ts"
export { type FederationMeans, openHouse } from "./open-house.ts"
export {
  DEPARTURE_COOKIE,
  type Departure,
  type Errand,
  OFFER_COOKIE,
  openDeparture,
  PASSAGE_SECONDS,
  sealDeparture,
  sealOffer,
  secretsOf,
} from "./passage.ts"
export type { OutsidePerson, ProviderKind } from "./provider.ts"
export { listProviders } from "./queries.ts"
export { createFederationRouter } from "./router.ts"
export { saveProvider } from "./save-provider.ts"
export { weighArrival } from "./weigh-arrival.ts"
