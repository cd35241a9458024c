import type { GuardedAct } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import type { ActFacts } from '../data/proof.ts'
import type { Sending } from '../data/send.ts'
import { Fields, Form } from './form.tsx'
import { SecondPerson } from './second-person.tsx'

type TwoPersonFormProps<Body, Reply> = {
  /** The act, as the server names it, with what the second person puts their name to. */
  act: GuardedAct
  facts: ActFacts
  what: string
  sends: Sending<Body, Reply>
  /** What is sent, with the second person's proof. */
  body: (proof: string) => Body
  scope?: string
  kind?: 'main' | 'second'
  disabledReason?: ReactNode
  onCancel: () => void
  cancel?: string
  children: ReactNode
}

/** A form that one person fills in and a second one confirms, on the same screen; what is refused goes back to the first. */
export function TwoPersonForm<Body, Reply>(props: TwoPersonFormProps<Body, Reply>) {
  const { act, facts, what, sends, body, children, ...form } = props
  const [isReady, setReady] = useState(false)
  const call = async () => {
    sends.reset()
    setReady(true)
  }
  if (isReady)
    return (
      <Fields problem={sends.problem}>
        <SecondPerson
          {...{ act, facts, what }}
          onProof={(proof) => void sends.sendAndWait(body(proof)).catch(() => setReady(false))}
          onSendBack={() => setReady(false)}
        />
      </Fields>
    )
  return (
    <Form
      sends={{ sendAndWait: call, isSending: sends.isSending, isDone: false, problem: sends.problem }}
      body={() => facts}
      act="Call a second person"
      {...form}
    >
      {children}
    </Form>
  )
}
