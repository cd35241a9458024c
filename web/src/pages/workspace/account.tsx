import { useSearch } from '@tanstack/react-router'
import { useOwnAccount } from '../../data/auth.ts'
import { usePageData } from '../../data/page-data.ts'
import { Columns, Page, Stack } from '../../ui/index.tsx'
import { App } from './account/app.tsx'
import { FirstStep } from './account/first-step.tsx'
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

/** The own ways in, and where one is signed in now; whoever came by a password alone sets up a second way first. */
export default function Account() {
  const account = useOwnAccount()
  const cameBare = usePageData().frame.user?.isBare ?? false
  const { next }: { next?: unknown } = useSearch({ strict: false })
  const isBare = account.passkeys.length === 0 && !account.hasApp
  const ways = (
    <>
      <Passkeys passkeys={account.passkeys} isWanted={isBare} />
      <App hasApp={account.hasApp} />
    </>
  )
  return (
    <Page title="How you sign in" lead={`${account.name}, ${account.roles.join(', ')} · ${account.email}`}>
      {(cameBare || isBare) && <FirstStep isDone={!isBare} next={next} />}
      {cameBare ? (
        <Columns kind="halves">{ways}</Columns>
      ) : (
        <Columns kind="halves">
          <Stack>
            {ways}
            <Pin hasPin={account.hasPin} />
            <RecoveryCodes left={account.recoveryCodesLeft} />
          </Stack>
          <Stack>
            <SignIns signIns={account.signIns} />
            <Password hasPassword={account.hasPassword} />
          </Stack>
        </Columns>
      )}
    </Page>
  )
}
