import { useRemovePin, useSetPin } from '../../../data/auth.ts'
import { Button, Card, Form, TextField } from '../../../ui/index.tsx'

/** Six figures that open this tablet for one person while it is locked. */
export function Pin({ hasPin }: { hasPin: boolean }) {
  const set = useSetPin()
  const remove = useRemovePin()
  return (
    <Card title="PIN on this tablet" note={hasPin ? 'set' : 'none'}>
      <p>A tablet at the chair locks when nobody touches it. Your PIN opens it for you, on this tablet only.</p>
      <Form
        sends={set}
        body={({ text }) => ({ pin: text('pin') })}
        clears
        problem={set.problem ?? remove.problem}
        act={hasPin ? 'Change the PIN' : 'Set a PIN'}
        kind="second"
        others={
          hasPin && (
            <Button kind="second" isPending={remove.isSending} onClick={() => remove.send({})}>
              Take it off this tablet
            </Button>
          )
        }
      >
        <TextField name="pin" type="password" label={hasPin ? 'New PIN, six figures' : 'PIN, six figures'} autoComplete="off" />
      </Form>
    </Card>
  )
}
