import { measures, usStates, usZones } from '@dripline/clinical'
import { type Locale, languageWords, locales, STAFF } from '@dripline/clinical/words'
import { useState } from 'react'
import type { ChartData } from '../../../data/chart.ts'
import { usePageData } from '../../../data/page-data.ts'
import { type PersonChange, useChangePerson } from '../../../data/people.ts'
import { Card, Form, MeasureField, Pairs, SelectField, TextField, type Typed } from '../../../ui/index.tsx'

type Person = ChartData['person']

const zonesWith = (zone: string) => [
  ...(zone in usZones ? [] : [{ value: zone, label: zone }]),
  ...Object.entries(usZones).map(([value, label]) => ({ value, label })),
]

export const languageOptions = locales.map((locale) => ({ value: locale, label: languageWords(locale) }))
/** What an unknown language comes to. */
export const unknownWords = (own: Locale) => `not known: ${languageWords(own)}, as the clinic writes`

/** Who they are and how to reach them. Weight is measured at each visit and is not kept here. */
export function Demographics({ person, isClosed }: { person: Person; isClosed: boolean }) {
  const change = useChangePerson(person.id)
  const { language: own = STAFF } = usePageData().frame.clinic
  const [height, setHeight] = useState(person.heightCm ?? '')
  const field = (name: keyof PersonChange & keyof Person) => ({ name, defaultValue: person[name] ?? '', disabled: isClosed })
  return (
    <Card title="Who and where">
      <Form
        draft={isClosed ? undefined : `contacts ${person.id}`}
        sends={change}
        body={changedIn}
        act={isClosed ? null : 'Save'}
        saved="Saved."
      >
        <Pairs>
          <TextField {...field('name')} label="First and last name" />
          <TextField {...field('dateOfBirth')} label="Date of birth" type="date" />
          <SelectField {...field('sex')} label="Sex (used by the dose models)" empty="not known" options={['female', 'male']} />
          <MeasureField
            name="heightCm"
            label="Height"
            measure={measures.heightCm}
            value={height}
            onChange={setHeight}
            disabled={isClosed}
          />
          <TextField {...field('phone')} label="Phone" type="tel" />
          <TextField {...field('email')} label="Email" type="email" />
          <SelectField
            {...field('state')}
            label="State where they are"
            options={usStates.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField {...field('zone')} label="Their time zone" options={zonesWith(person.zone)} />
          <SelectField
            {...field('language')}
            label="Language they are written to in"
            empty={unknownWords(own)}
            options={languageOptions}
          />
        </Pairs>
      </Form>
    </Card>
  )
}

const changedIn = ({ text, known }: Typed): PersonChange => {
  const sex = text('sex')
  return {
    name: text('name').trim(),
    email: text('email').trim(),
    phone: text('phone').trim(),
    state: text('state').trim(),
    zone: text('zone').trim(),
    language: known('language') as PersonChange['language'],
    dateOfBirth: known('dateOfBirth'),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    heightCm: known('heightCm'),
  }
}
