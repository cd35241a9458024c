import { type GuardedAct, rights } from '@dripline/clinical'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemError } from '../data/api.ts'
import { areaOf } from '../data/client.ts'
import { type ActFacts, proveByPasskey, proveByPassword, proveSimulated, secondPeople } from '../data/proof.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Choice } from './choices.tsx'
import { FieldScope } from './field-id.tsx'
import { TextField } from './fields.tsx'
import { Form } from './form.tsx'
import { FormProblems } from './form-problems.tsx'
import { Row, Stack } from './page.tsx'

type SecondPersonProps = {
  /** The act, as the server names it: `draw-up`. */
  act: GuardedAct
  /** Exactly what they put their name to; the proof is good for these facts only. */
  facts: ActFacts
  /** What the proof is for, in words: "that this is what is in the hand". */
  what?: string
  /** The token, and whose it is. */
  onProof: (proof: string, who: { id: string; name: string }) => void
  onSendBack?: () => void
  /** What the way back is called. */
  sendBack?: string
}

type Way = { kind: 'passkey' } | { kind: 'simulated' } | { kind: 'password'; password: string; code: string }

/** The second person proves themselves on this screen, for this one act; the first stays signed in. */
export function SecondPerson({ act, facts, what, onProof, ...back }: SecondPersonProps) {
  const [staffId, setStaffId] = useState('')
  const people = useQuery({ queryKey: [areaOf('proof'), act], queryFn: () => secondPeople(act) })
  const person = people.data?.people.find(({ id }) => id === staffId)
  const proof = useMutation({
    mutationFn: (way: Way) => {
      const claim = { staffId, act, facts }
      if (way.kind === 'passkey') return proveByPasskey(claim)
      return way.kind === 'simulated' ? proveSimulated(claim) : proveByPassword(claim, way.password, way.code)
    },
    onSuccess: (token) => {
      if (person) onProof(token, person)
    },
  })
  return (
    <FieldScope name="second">
      <Card title={person ? `${person.name}, confirm it is you` : 'Second person'} edge="accent">
        <Stack>
          <p>For this one step{what ? `, ${what}` : ''}. The first person stays signed in. The same person cannot do both.</p>
          <Choice
            name="second-person"
            label="Who are you?"
            value={staffId}
            onChange={setStaffId}
            options={(people.data?.people ?? []).map(({ id, name, roles }) => ({
              value: id,
              label: name,
              note: roles.join(', '),
            }))}
          />
          {people.data?.people.length === 0 && (
            <p role="alert">
              No one else here can do this: it needs {rights.acts[act].roles.join(' or ')} with a current license. An owner enters
              licenses under Clinic.
            </p>
          )}
          {people.isError && <p role="alert">The staff list did not load. Try again in a moment.</p>}
          <Ways
            {...back}
            disabledReason={person ? undefined : 'Choose your name first.'}
            isSimulated={people.data?.simulated ?? false}
            isPending={proof.isPending}
            problem={asProblem(proof.error)}
            prove={proof.mutateAsync}
          />
        </Stack>
      </Card>
    </FieldScope>
  )
}

type WaysProps = Pick<SecondPersonProps, 'onSendBack' | 'sendBack'> & {
  disabledReason: string | undefined
  isSimulated: boolean
  isPending: boolean
  problem: ProblemError | null
  prove: (way: Way) => Promise<unknown>
}

const failure = 'Nothing was saved. Try again, or use the other way.'

/** A passkey first, or a password with a code; or back to the first person. */
function Ways({ disabledReason, isSimulated, isPending, problem, prove, onSendBack, sendBack }: WaysProps) {
  const [isTyping, setTyping] = useState(false)
  // What is wrong is said by the form, where there is one.
  const press = (way: Way) => void prove(way).catch(() => {})
  if (isTyping)
    return (
      <Form
        scope="second"
        sends={{ sendAndWait: prove, isSending: isPending, isDone: false, problem }}
        body={({ text }): Way => ({ kind: 'password', password: text('password'), code: text('code') })}
        advice={failure}
        act="Confirm"
        disabledReason={disabledReason}
        onCancel={() => setTyping(false)}
        cancel="Passkey instead"
      >
        <TextField name="password" type="password" label="Password" autoComplete="off" />
        <TextField name="code" label="Code from your app, if you have one" decimal autoComplete="one-time-code" />
      </Form>
    )
  return (
    <>
      <FormProblems problem={problem} advice={failure} />
      <Row spread={onSendBack !== undefined}>
        <Button icon="lock" {...{ disabledReason, isPending }} onClick={() => press({ kind: 'passkey' })}>
          Use my passkey
        </Button>
        <Button kind="second" onClick={() => setTyping(true)}>
          Password and code
        </Button>
        {isSimulated && (
          <Button
            kind="second"
            disabledReason={disabledReason && ''}
            isPending={isPending}
            onClick={() => press({ kind: 'simulated' })}
          >
            Simulated: sign as this person
          </Button>
        )}
        {onSendBack && (
          <Button kind="second" onClick={onSendBack}>
            {sendBack ?? 'Something is different: send it back'}
          </Button>
        )}
      </Row>
    </>
  )
}

function asProblem(error: Error | null): ProblemError | null {
  if (!error || error instanceof ProblemError) return error
  return new ProblemError(400, { code: 'proof-failed', detail: 'The passkey was not used. Nothing was saved.' })
}
