import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PhoneField } from "../../ui/phone-field.tsx"
import { addressLineCount, type Profile } from "./profile.ts"
import { words } from "./profile.words.ts"
import { Addresses, Contacts, Country, LanguageField, TaxIds } from "./profile-lists.tsx"

export interface ProfileFieldsProps {
  readonly profile: Profile
  /** The profile's number as `phoneInField` writes it. */
  readonly phoneText: string
}

/** The whole billing profile as fields of a form: the customer's own page has them, and the staff's. */
export function ProfileFields(props: ProfileFieldsProps) {
  const { profile } = props
  return (
    <>
      <Who {...props} />
      <TaxIds profile={profile} />
      <Contacts profile={profile} />
      <Addresses profile={profile} />
    </>
  )
}

function Who({ profile, phoneText }: ProfileFieldsProps) {
  const say = useWords(words)
  return (
    <Card title={say("who")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField name="kind" label={say("kind")} help={say("kindHelp")} defaultValue={profile.kind}>
          <option value="consumer">{say("consumer")}</option>
          <option value="business">{say("business")}</option>
        </SelectField>
        <TextField
          name="company"
          label={say("company")}
          defaultValue={profile.company ?? ""}
          maxLength={160}
        />
        <TextField
          name="personName"
          label={say("personName")}
          defaultValue={profile.personName}
          required
          maxLength={120}
          autoComplete="name"
        />
        <TextField
          name="email"
          label={say("email")}
          type="email"
          defaultValue={profile.email}
          required
          maxLength={254}
          autoComplete="email"
        />
        <PhoneField
          name="phone"
          label={say("phone")}
          country={profile.country}
          countryFrom="country"
          defaultValue={phoneText}
          kept={profile.phone}
        />
        <LanguageField name="language" language={profile.language} />
        <Country name="country" country={profile.country} />
        <TextField
          name="purchaseOrder"
          label={say("purchaseOrder")}
          help={say("purchaseOrderHelp")}
          defaultValue={profile.purchaseOrder ?? ""}
          maxLength={80}
        />
      </div>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="pb-2 text-sm font-medium">{say("address")}</legend>
        {Array.from({ length: addressLineCount }, (_, index) => (
          <TextField
            key={`line-${index + 1}`}
            name={`addressLines/${index}`}
            label={say("line", { number: index + 1 })}
            defaultValue={profile.addressLines[index]}
            maxLength={160}
          />
        ))}
      </fieldset>
    </Card>
  )
}
