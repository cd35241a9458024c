import type { ReactNode } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { usePasskeySignIn } from '../../../data/auth.ts'
import { Button, Card, FormProblems, Page, Stack, TextField } from '../../../ui/index.tsx'
import styles from './sign-in.module.css'

type OrdinaryProps = {
  problem: ProblemError | null
  standing: ReactNode
  ticket: string | undefined
  email: string | undefined
  next: string
}

/** A passkey first; else a password, then a code. The forms are plain, so that they work before any script and never put a password into an address. */
export function OrdinarySignIn({ problem, standing, ticket, email, next }: OrdinaryProps) {
  const passkey = usePasskeySignIn(next)
  return (
    <div className={styles.page}>
      <Page title="Sign in" lead="Your passkey is the quickest way, and no one can read it over your shoulder.">
        {standing}
        <FormProblems problem={passkey.problem ?? problem} advice="Try again, or use another way." />
        <Stack>
          <Card title="With a passkey">
            <Button icon="lock" size="wide" isPending={passkey.isPending} onClick={() => passkey.begin(undefined)}>
              Use a passkey
            </Button>
          </Card>
          {ticket ? (
            <Card title="Now a code">
              <form method="post">
                <input type="hidden" name="way" value="code" />
                <input type="hidden" name="ticket" value={ticket} />
                <Stack>
                  <TextField
                    name="code"
                    label="Six digits from your app, or one of your recovery codes"
                    hint="Each code works once."
                    autoComplete="one-time-code"
                    required
                    autoFocus
                  />
                  <Button submits kind="second" size="wide">
                    Sign in
                  </Button>
                </Stack>
              </form>
            </Card>
          ) : (
            <Card title="With a password">
              <form method="post">
                <input type="hidden" name="way" value="password" />
                <Stack>
                  <TextField
                    name="email"
                    type="email"
                    label="Email"
                    autoComplete="username"
                    required
                    {...(email ? { defaultValue: email } : {})}
                  />
                  <TextField name="password" type="password" label="Password" autoComplete="current-password" required />
                  <Button submits kind="second" size="wide">
                    Continue
                  </Button>
                </Stack>
              </form>
            </Card>
          )}
        </Stack>
        <p>No passkey, no app and no recovery code left? An owner of your clinic can reset your second step.</p>
      </Page>
    </div>
  )
}
