import { usStateOf, usStates } from '@dripline/clinical'
import { isLocale, STAFF } from '@dripline/clinical/words'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useLikelyMatches } from '../../../data/find-patient.ts'
import { usePageData } from '../../../data/page-data.ts'
import { useAddPerson } from '../../../data/people.ts'
import { Card, Form, fieldsOf, Pairs, SelectField, TextField } from '../../../ui/index.tsx'
import { languageOptions, unknownWords } from './demographics.tsx'
import { LikelyMatches } from './likely-matches.tsx'

/** A caller who did not book by themselves. */
export function AddPerson({ onDone }: { onDone: () => void }) {
  const router = useRouter()
  const { zone, language: own = STAFF } = usePageData().frame.clinic
  const add = useAddPerson(({ personId }) => router.history.push(`/patients/${personId}`))
  const [typed, setTyped] = useState({ name: '', phone: '', email: '', state: '', language: '' })
  const { field } = fieldsOf(typed, setTyped)
  const { state, language, ...whom } = typed
  const likely = useLikelyMatches(whom)
  return (
    <Card title="Add a caller">
      <Form
        draft="new caller"
        sends={add}
        body={() => ({ ...whom, state, zone: usStateOf(state)?.zone ?? zone, language: isLocale(language) ? language : null })}
        act={likely.length > 0 ? 'Add a new person' : 'Add'}
        onCancel={onDone}
        cancel="Not now"
      >
        <Pairs>
          <TextField {...field('name')} label="First and last name" autoFocus />
          <TextField {...field('phone')} type="tel" label="Phone" />
          <TextField {...field('email')} type="email" label="Email" />
          <SelectField
            {...field('state')}
            label="State where they are"
            empty="Choose"
            options={usStates.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            {...field('language')}
            label="Language they are written to in"
            empty={unknownWords(own)}
            options={languageOptions}
          />
        </Pairs>
        <LikelyMatches matches={likely} />
      </Form>
    </Card>
  )
}
