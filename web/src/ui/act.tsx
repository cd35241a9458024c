import type { ReactNode } from 'react'
import styles from './act.module.css'
import { Icon, type IconName } from './icons.tsx'
import { useKey } from './keys.ts'
import { Link } from './link.tsx'

type ActProps = {
  /** `main` is the one filled button of a screen; `stop` is outlined in the stop colour, `stop now` filled with it. */
  kind?: 'main' | 'second' | 'stop' | 'stop now'
  onAct?: () => void
  /** Sends the form it stands in. */
  submits?: boolean
  href?: string
  isPending?: boolean
  /** Why it cannot be done now; said beside it. The button stays reachable. */
  shut?: ReactNode
  /** A key that does the same, shown in the tooltip. */
  keyHint?: string
  icon?: IconName
  size?: 'usual' | 'chair' | 'wide'
  name?: string
  value?: string
  children: ReactNode
}

/** A button that does one thing. While it is being done it says so and cannot be pressed twice. */
export function Act(props: ActProps) {
  const { kind = 'main', onAct, submits = false, href, isPending = false, shut, keyHint, icon, size = 'usual', children } = props
  const isShut = shut !== undefined && shut !== null && shut !== false
  useKey(isShut || isPending ? undefined : keyHint, () => onAct?.(), typeof children === 'string' ? children : undefined)
  const look = { className: styles.act ?? '', 'data-kind': kind, 'data-size': size }
  if (href)
    return (
      <Link href={href} {...look}>
        {icon && <Icon name={icon} />}
        {children}
      </Link>
    )
  return (
    <>
      <button
        {...look}
        type={submits ? 'submit' : 'button'}
        aria-disabled={isShut || isPending || undefined}
        data-shut={isShut || undefined}
        name={props.name}
        value={props.value}
        {...(keyHint ? { title: `Key: ${keyHint}`, 'aria-keyshortcuts': keyHint } : {})}
        onClick={(event) => {
          if (isShut || isPending) event.preventDefault()
          else onAct?.()
        }}
      >
        {icon && <Icon name={icon} />}
        {children}
        {isPending && <span className={styles.pending}>, sending</span>}
      </button>
      {isShut && shut !== '' && <span className={styles.shut}>{shut}</span>}
    </>
  )
}
