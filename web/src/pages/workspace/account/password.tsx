import { useChangePassword } from '../../../data/auth.ts'
import { Card, Form, TextField } from '../../../ui/index.tsx'

/** A new password; every other sign-in ends with the old one. */
export const Password = ({ hasPassword }: { hasPassword: boolean }) => (
  <Card title="Password" note={hasPassword ? 'set' : 'none yet'}>
    <Form
      sends={useChangePassword()}
      body={({ text }) => ({ password: text('password'), ...(hasPassword && { current: text('current') }) })}
      act="Change the password"
      kind="second"
      saved="Your password is changed. You are signed out everywhere else."
    >
      {hasPassword && <TextField name="current" type="password" label="Current password" autoComplete="current-password" />}
      <TextField
        name="password"
        type="password"
        label="New password"
        hint="At least 12 characters. A few words in a row are easy to remember and hard to guess."
        autoComplete="new-password"
      />
    </Form>
  </Card>
)
