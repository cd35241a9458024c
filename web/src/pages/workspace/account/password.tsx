import type { FormEvent } from 'react'
import { useChangePassword } from '../../../data/auth.ts'
import { Button, Card, FormProblems, faultOf, Row, Stack, TextField } from '../../../ui/index.tsx'

/** A new password; every other sign-in ends with the old one. */
export function Password({ hasPassword }: { hasPassword: boolean }) {
  const change = useChangePassword()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const current = String(typed.get('current') ?? '')
    const password = String(typed.get('password') ?? '')
    change.send({ password, ...(hasPassword ? { current } : {}) })
  }
  return (
    <Card title="Password" note={hasPassword ? 'set' : 'none yet'}>
      <form method="post" onSubmit={send}>
        <Stack>
          <FormProblems problem={change.problem} labels={{ password: 'New password' }} />
          {change.isDone && <p role="status">Your password is changed. You are signed out everywhere else.</p>}
          {hasPassword && <TextField name="current" type="password" label="Current password" autoComplete="current-password" />}
          <TextField
            name="password"
            type="password"
            label="New password"
            hint="At least 12 characters. A few words in a row are easy to remember and hard to guess."
            autoComplete="new-password"
            fault={faultOf(change.problem, 'password')}
          />
          <Row>
            <Button submits kind="second" isPending={change.isSending}>
              Change the password
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
