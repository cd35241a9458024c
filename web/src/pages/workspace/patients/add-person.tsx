import { usStateOf, usStates } from '@dripline/clinical'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useLikelyMatches } from '../../../data/find-patient.ts'
import { usePageData } from '../../../data/page-data.ts'
import { useAddPerson } from '../../../data/people.ts'
import {
  Button,
  Card,
  FormDraft,
  FormProblems,
  faultOf,
  Row,
  SelectField,
  Stack,
  TextField,
  useFormDraft,
} from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'
import { LikelyMatches } from './likely-matches.tsx'

const labels = { name: 'Name', phone: 'Phone', email: 'Email', state: 'State' }

/** A caller who did not book by themselves. */
export function AddPerson({ onDone }: { onDone: () => void }) {
  const router = useRouter()
  const { zone } = usePageData().frame.clinic
  const draft = useFormDraft('new caller')
  const add = useAddPerson(({ personId }) => {
    draft.clear()
    router.history.push(`/patients/${personId}`)
  })
  const { problem } = add
  const [typed, setTyped] = useState({ name: '', phone: '', email: '' })
  const type = (field: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [field]: value }))
  const likely = useLikelyMatches(typed)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const state = text('state')
    add.send({ name: text('name'), phone: text('phone'), email: text('email'), state, zone: usStateOf(state)?.zone ?? zone })
  }
  return (
    <Card title="Add a caller">
      <form onSubmit={send} noValidate>
        <Stack>
          <FormDraft draft={draft} />
          <FormProblems problem={problem} labels={labels} />
          <div className={styles.pair}>
            <TextField
              name="name"
              label="First and last name"
              fault={faultOf(problem, 'name')}
              onChange={type('name')}
              autoFocus
            />
            <TextField name="phone" type="tel" label="Phone" fault={faultOf(problem, 'phone')} onChange={type('phone')} />
            <TextField name="email" type="email" label="Email" fault={faultOf(problem, 'email')} onChange={type('email')} />
            <SelectField
              name="state"
              label="State where they are"
              empty="Choose"
              options={usStates.map(({ code, name }) => ({ value: code, label: name }))}
              fault={faultOf(problem, 'state')}
            />
          </div>
          <LikelyMatches matches={likely} />
          <Row>
            <Button submits isPending={add.isSending}>
              {likely.length > 0 ? 'Add a new person' : 'Add'}
            </Button>
            <Button kind="second" onClick={onDone}>
              Not now
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
