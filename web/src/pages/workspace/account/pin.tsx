import { useState } from 'react'
import { useRemovePin, useSetPin } from '../../../data/auth.ts'
import { Button, Card, FormProblems, faultOf, Row, Stack, TextField } from '../../../ui/index.tsx'

/** Six figures that open this tablet for one person while it is locked. */
export function Pin({ hasPin }: { hasPin: boolean }) {
  const [pin, setPin] = useState('')
  const set = useSetPin(() => setPin(''))
  const remove = useRemovePin()
  return (
    <Card title="PIN on this tablet" note={hasPin ? 'set' : 'none'}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          set.send({ pin })
        }}
      >
        <Stack>
          <FormProblems problem={set.problem ?? remove.problem} labels={{ pin: 'PIN' }} />
          <p>A tablet at the chair locks when nobody touches it. Your PIN opens it for you, on this tablet only.</p>
          <TextField
            name="pin"
            type="password"
            label={hasPin ? 'New PIN, six figures' : 'PIN, six figures'}
            value={pin}
            onChange={setPin}
            autoComplete="off"
            fault={faultOf(set.problem, 'pin')}
          />
          <Row>
            <Button submits kind="second" isPending={set.isSending}>
              {hasPin ? 'Change the PIN' : 'Set a PIN'}
            </Button>
            {hasPin && (
              <Button kind="second" isPending={remove.isSending} onClick={() => remove.send({})}>
                Take it off this tablet
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
