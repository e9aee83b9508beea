import type { ReactNode } from "react"
import { useLoaderData } from "react-router"
import { languageNames, languages } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { mostRows, type Profile } from "./profile.ts"
import { words } from "./profile.words.ts"

/** Those there are, and one empty row to add: works without scripts. */
function withEmpty<Row>(rows: readonly Row[]): (Row | undefined)[] {
  return [...rows, undefined].slice(0, mostRows)
}

/** Of the pages that show a profile. By the server: a browser has other names for some countries, in another order. */
export interface CountryNames {
  readonly countries: readonly { readonly code: string; readonly name: string }[]
}

export function Country({ name, country }: { name: string; country: string }) {
  const say = useWords(words)
  const { countries } = useLoaderData<CountryNames>()
  return (
    <SelectField name={name} label={say("country")} defaultValue={country}>
      {countries.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
}

export function LanguageField({ name, language }: { name: string; language: string }) {
  const say = useWords(words)
  return (
    <SelectField name={name} label={say("language")} defaultValue={language}>
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </SelectField>
  )
}

function Rows({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <p className="text-muted text-sm">{help}</p>
      {children}
    </Card>
  )
}

const row = "border-line grid items-start gap-3 border-t pt-3 sm:grid-cols-2"

export function TaxIds({ profile }: { profile: Profile }) {
  const say = useWords(words)
  return (
    <Rows title={say("taxIds")} help={say("taxIdsHelp")}>
      {withEmpty(profile.taxIds).map((one, index) => (
        <div key={one?.country ?? "empty"} className={row}>
          <Country name={`taxIds/${index}/country`} country={one?.country ?? profile.country} />
          <TextField
            name={`taxIds/${index}/number`}
            label={say("taxNumber")}
            defaultValue={one?.number}
            maxLength={40}
          />
        </div>
      ))}
    </Rows>
  )
}

export function Contacts({ profile }: { profile: Profile }) {
  const say = useWords(words)
  return (
    <Rows title={say("contacts")} help={say("contactsHelp")}>
      {withEmpty(profile.contacts).map((one, index) => (
        <div key={one?.email ?? "empty"} className={row}>
          <TextField
            name={`contacts/${index}/name`}
            label={say("contactName")}
            defaultValue={one?.name}
            maxLength={120}
          />
          <TextField
            name={`contacts/${index}/email`}
            label={say("contactEmail")}
            type="email"
            defaultValue={one?.email}
            maxLength={254}
          />
          <LanguageField name={`contacts/${index}/language`} language={one?.language ?? profile.language} />
          <SelectField
            name={`contacts/${index}/getsInvoices`}
            label={say("getsInvoices")}
            defaultValue={one?.getsInvoices === false ? "no" : "yes"}
          >
            <option value="yes">{say("yes")}</option>
            <option value="no">{say("no")}</option>
          </SelectField>
        </div>
      ))}
    </Rows>
  )
}

export function Addresses({ profile }: { profile: Profile }) {
  const say = useWords(words)
  return (
    <Rows title={say("addresses")} help={say("addressesHelp")}>
      {withEmpty(profile.addresses).map((one, index) => (
        <div key={one?.label ?? "empty"} className={row}>
          <TextField
            name={`addresses/${index}/label`}
            label={say("label")}
            defaultValue={one?.label}
            maxLength={60}
          />
          <Country name={`addresses/${index}/country`} country={one?.country ?? profile.country} />
          <div className="sm:col-span-2">
            <TextareaField
              name={`addresses/${index}/lines`}
              label={say("lines")}
              defaultValue={one?.lines.join("\n")}
            />
          </div>
        </div>
      ))}
    </Rows>
  )
}
