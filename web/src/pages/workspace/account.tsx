import { useOwnAccount } from '../../data/auth.ts'
import { Columns, Notice, Page, Stack } from '../../ui/index.tsx'
import { App } from './account/app.tsx'
import { Passkeys } from './account/passkeys.tsx'
import { Password } from './account/password.tsx'
import { Pin } from './account/pin.tsx'
import { RecoveryCodes } from './account/recovery-codes.tsx'
import { SignIns } from './account/sign-ins.tsx'

export const page = {
  path: '/account',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'My account',
  skeleton: 'cards',
} as const

/** The own ways in, and where one is signed in now. */
export default function Account() {
  const account = useOwnAccount()
  const isBare = account.passkeys.length === 0 && !account.hasApp
  return (
    <Page title="How you sign in" lead={`${account.name}, ${account.roles.join(', ')} · ${account.email}`}>
      {isBare && (
        <Notice status="caution" title="Add a passkey, or an app that shows codes.">
          <p>
            A password alone can be guessed or read over your shoulder. Adding either one takes a minute; everyone here is asked
            to.
          </p>
        </Notice>
      )}
      <Columns kind="halves">
        <Stack>
          <Passkeys passkeys={account.passkeys} isWanted={isBare} />
          <App hasApp={account.hasApp} />
          <Pin hasPin={account.hasPin} />
          <RecoveryCodes left={account.recoveryCodesLeft} />
        </Stack>
        <Stack>
          <SignIns signIns={account.signIns} />
          <Password hasPassword={account.hasPassword} />
        </Stack>
      </Columns>
    </Page>
  )
}
