import { measures, usStates, usZones } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import type { ChartData } from '../../../data/chart.ts'
import { type PersonChange, useChangePerson } from '../../../data/people.ts'
import {
  Button,
  Card,
  FormDraft,
  FormProblems,
  faultOf,
  MeasureField,
  Row,
  SelectField,
  Stack,
  TextField,
  useFormDraft,
} from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'

type Person = ChartData['person']

const labels = {
  name: 'First and last name',
  dateOfBirth: 'Date of birth',
  sex: 'Sex (used by the dose models)',
  heightCm: 'Height',
  phone: 'Phone',
  email: 'Email',
  state: 'State where they are',
  zone: 'Their time zone',
}

const zonesWith = (zone: string) => [
  ...(zone in usZones ? [] : [{ value: zone, label: zone }]),
  ...Object.entries(usZones).map(([value, label]) => ({ value, label })),
]

type HeightProps = { name: string; label: string; defaultValue: string; fault: string | undefined; disabled: boolean }

function HeightField({ defaultValue, disabled, ...field }: HeightProps) {
  const [text, setText] = useState(defaultValue)
  return <MeasureField {...field} measure={measures.heightCm} value={text} onChange={setText} {...(disabled && { disabled })} />
}

/** Who they are and how to reach them. Weight is measured at each visit and is not kept here. */
export function Demographics({ person, isClosed }: { person: Person; isClosed: boolean }) {
  const change = useChangePerson(person.id)
  const draft = useFormDraft(`contacts ${person.id}`)
  const { problem } = change
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.send(changedIn(new FormData(event.currentTarget)))
  }
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: person[name] ?? '',
    fault: faultOf(problem, name),
    disabled: isClosed,
  })
  return (
    <Card title="Who and where">
      <form onSubmit={send} noValidate>
        <Stack>
          {!isClosed && <FormDraft draft={draft} isSaved={change.isDone} />}
          <FormProblems problem={problem} labels={labels} />
          <div className={styles.pair}>
            <TextField {...field('name')} />
            <TextField {...field('dateOfBirth')} type="date" />
            <SelectField {...field('sex')} empty="not known" options={['female', 'male']} />
            <HeightField {...field('heightCm')} />
            <TextField {...field('phone')} type="tel" />
            <TextField {...field('email')} type="email" />
            <SelectField {...field('state')} options={usStates.map(({ code, name }) => ({ value: code, label: name }))} />
            <SelectField {...field('zone')} options={zonesWith(person.zone)} />
          </div>
          {!isClosed && (
            <Row>
              <Button submits isPending={change.isSending}>
                Save
              </Button>
              {change.isDone && <span role="status">Saved.</span>}
            </Row>
          )}
        </Stack>
      </form>
    </Card>
  )
}

const changedIn = (form: FormData): PersonChange => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const known = (name: string) => text(name) || null
  const sex = text('sex')
  return {
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    state: text('state'),
    zone: text('zone'),
    dateOfBirth: known('dateOfBirth'),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    heightCm: known('heightCm'),
  }
}
