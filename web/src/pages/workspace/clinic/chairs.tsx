import { type FormEvent, useMemo, useState } from 'react'
import { useChangeChair } from '../../../data/closing.ts'
import { type ClinicData, useAddChair } from '../../../data/people.ts'
import { Button, Card, FieldScope, FormProblems, faultOf, Line, Lines, Row, Stack, TextField } from '../../../ui/index.tsx'
import { Touched } from './touched.tsx'
import { under } from './under.ts'

type Chair = ClinicData['chairs'][number]

/** The chairs in their places; one out of use stays readable. */
export function Chairs({ chairs }: { chairs: readonly Chair[] }) {
  const add = useAddChair()
  const problem = useMemo(() => under('chair', add.problem), [add.problem])
  const [name, setName] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    await add.sendAndWait({ name })
    setName('')
  }
  return (
    <Card title="Chairs" note={chairs.length > 0 ? `${chairs.filter(({ closedAt }) => !closedAt).length} in use` : null}>
      <Stack>
        {chairs.length === 0 && <p>One patient per chair at a time. Name them the way your staff does.</p>}
        <Lines>
          {chairs.map((chair) => (
            <ChairLine key={chair.id} chair={chair} />
          ))}
        </Lines>
        <FieldScope name="chair">
          <form onSubmit={(event) => void send(event).catch(() => {})} noValidate>
            <Stack>
              <FormProblems problem={problem} labels={{ 'chair.name': 'Name of the chair' }} />
              <TextField
                name="chair.name"
                label="Name of the chair"
                value={name}
                onChange={setName}
                fault={faultOf(problem, 'chair.name')}
              />
              <Row>
                <Button kind="second" icon="plus" submits isPending={add.isSending}>
                  Add the chair
                </Button>
              </Row>
            </Stack>
          </form>
        </FieldScope>
      </Stack>
    </Card>
  )
}

function ChairLine({ chair }: { chair: Chair }) {
  const change = useChangeChair(chair.id)
  const isClosed = chair.closedAt !== null
  return (
    <Line
      note={isClosed ? 'out of use' : null}
      aside={
        <Button kind="second" isPending={change.isSending} onClick={() => void change.begin({ isClosed: !isClosed })}>
          {isClosed ? 'Use again' : 'Out of use'}
        </Button>
      }
    >
      {chair.name}
      {change.bookings.length === 0 && <FormProblems problem={change.problem} advice="The chair is as it was." />}
      <Touched settling={change} what="Take the chair out of use" />
    </Line>
  )
}
