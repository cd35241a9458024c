import { useState } from 'react'
import { useCorrectAddress, useTryAddress } from '../../../data/people.ts'
import { Button, Form, Notice, TextField } from '../../../ui/index.tsx'

/** The mark of an address that takes no letters, with the two ways on: another address, or the same one once more. */
export function LettersComeBack({ personId, email }: { personId: string; email: string }) {
  const correct = useCorrectAddress(personId)
  const again = useTryAddress(personId)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(email)
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
        <Form
          scope={`address-${personId}`}
          sends={correct}
          body={() => ({ email: typed })}
          problem={correct.problem ?? again.problem}
          act="Save the address"
          disabledReason={typed.trim() === email ? 'It is the address that comes back' : null}
          others={
            <Button kind="second" isPending={again.isSending} onClick={() => again.send({})}>
              It is right: try it again
            </Button>
          }
        >
          <TextField name="email" type="email" label="Email" value={typed} onChange={setTyped} />
        </Form>
      )}
    </Notice>
  )
}
