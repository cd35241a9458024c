import { call } from '../data/api.ts'
import { addressOf, api } from '../data/client.ts'
import { type Frame, holds } from '../data/page-data.ts'
import { forgetDrafts } from '../data/sealed-store.ts'
import { useWaiting } from '../data/waiting.ts'
import { useDim } from './dim.tsx'
import { Fold } from './fold.tsx'
import { chooseScheme } from './scheme.ts'

type User = NonNullable<Frame['user']>

const leave = async () => {
  await call('POST', addressOf(api.auth['sign-out']), {})
  await forgetDrafts()
  window.location.assign('/sign-in')
}

/** Pages that are needed now and then, with who may open them. */
const places = [
  { label: 'Alerts', href: '/alerts', roles: ['owner', 'prescriber', 'nurse', 'front desk'] },
  { label: 'Follow-up calls', href: '/follow-up', roles: ['prescriber', 'nurse', 'front desk'] },
  { label: 'Clinical defaults', href: '/defaults', roles: ['owner', 'prescriber', 'nurse'] },
  { label: 'Services and prices', href: '/lines', roles: ['owner', 'prescriber'] },
  { label: 'Estimates', href: '/estimates', roles: ['front desk', 'nurse', 'prescriber'] },
  { label: 'Articles', href: '/write', roles: ['owner', 'prescriber'] },
  { label: 'Mailbox', href: '/mailbox', roles: ['owner', 'front desk'] },
  { label: 'The clinic', href: '/clinic', roles: ['owner'] },
] as const

/** Colors to choose from; null is as this computer has them. */
const schemes = [
  ['Light', 'light'],
  ['Dark', 'dark'],
  ['As this computer', null],
] as const

/** Who is signed in, the colours they see, and the way out. */
export function UserMenu({ user }: { user: User }) {
  const waiting = useWaiting()
  const { isDim } = useDim()
  return (
    <Fold label={user.name}>
      {!isDim &&
        schemes.map(([label, scheme]) => (
          <button key={label} type="button" onClick={() => chooseScheme(scheme)}>
            {label}
          </button>
        ))}
      {!isDim && <hr />}
      {places
        .filter(({ roles }) => holds(user, ...roles))
        .map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
            {href === '/alerts' && waiting.alerts > 0 && `, ${waiting.alerts} open`}
            {href === '/follow-up' && waiting.followUp > 0 && `, ${waiting.followUp} to call`}
          </a>
        ))}
      <hr />
      <a href="/account">My account</a>
      <button type="button" onClick={() => void leave()}>
        Sign out
      </button>
    </Fold>
  )
}
