import { type FormEvent, useMemo, useState } from 'react'
import { useCorrectAddress, useTryAddress } from '../../../data/people.ts'
import { Button, FieldScope, FormProblems, faultOf, Notice, Row, Stack, TextField } from '../../../ui/index.tsx'

/** The mark of an address that takes no letters, with the two ways on: another address, or the same one once more. */
export function LettersComeBack({ personId, email }: { personId: string; email: string }) {
  const correct = useCorrectAddress(personId)
  const again = useTryAddress(personId)
  const problem = useMemo(() => correct.problem ?? again.problem, [correct.problem, again.problem])
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(email)
  const send = (event: FormEvent) => {
    event.preventDefault()
    correct.send({ email: typed })
  }
  return (
    <Notice
      status="caution"
      title={`Letters to ${email} come back.`}
      aside={
        !isOpen && (
          <Button kind="second" onClick={() => setOpen(true)}>
            Correct it
          </Button>
        )
      }
    >
      <p>Tell them by phone, and ask for the right address.</p>
      {isOpen && (
        <FieldScope name={`address-${personId}`}>
          <form onSubmit={send} noValidate>
            <Stack>
              <FormProblems problem={problem} labels={{ email: 'Email' }} />
              <TextField
                name="email"
                type="email"
                label="Email"
                value={typed}
                onChange={setTyped}
                fault={faultOf(problem, 'email')}
              />
              <Row>
                <Button
                  submits
                  isPending={correct.isSending}
                  disabledReason={typed.trim() === email ? 'It is the address that comes back' : null}
                >
                  Save the address
                </Button>
                <Button kind="second" isPending={again.isSending} onClick={() => again.send({})}>
                  It is right: try it again
                </Button>
              </Row>
            </Stack>
          </form>
        </FieldScope>
      )}
    </Notice>
  )
}
