import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { call } from '../data/api.ts'
import { addressOf, api } from '../data/client.ts'
import { type Frame, holds } from '../data/page-data.ts'
import { forgetDrafts } from '../data/sealed-store.ts'
import { useWaiting } from '../data/waiting.ts'
import { useDim } from './dim.tsx'
import styles from './user-menu.module.css'

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
  { label: 'Mailbox', href: '/mailbox', roles: ['owner', 'front desk'] },
  { label: 'The clinic', href: '/clinic', roles: ['owner'] },
] as const

/** Who is signed in, the colours they see, and the way out. */
export function UserMenu({ user }: { user: User }) {
  const waiting = useWaiting()
  const { setColorScheme } = useMantineColorScheme()
  const { isDim } = useDim()
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={styles.name}>{user.name}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {!isDim && (
          <>
            <Menu.Item onClick={() => setColorScheme('light')}>Light</Menu.Item>
            <Menu.Item onClick={() => setColorScheme('dark')}>Dark</Menu.Item>
            <Menu.Item onClick={() => setColorScheme('auto')}>As this computer</Menu.Item>
            <Menu.Divider />
          </>
        )}
        {places
          .filter(({ roles }) => holds(user, ...roles))
          .map(({ label, href }) => (
            <Menu.Item key={href} component="a" href={href}>
              {label}
              {href === '/alerts' && waiting.alerts > 0 && `, ${waiting.alerts} open`}
              {href === '/follow-up' && waiting.followUp > 0 && `, ${waiting.followUp} to call`}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/account">
          My account
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
