import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon, type IconName } from './icons.tsx'
import { useKey } from './keys.ts'
import { Link } from './link.tsx'

type ButtonProps = {
  /** `main` is the one filled button of a screen; `stop` is outlined in the stop colour, `stop now` filled with it. */
  kind?: 'main' | 'second' | 'stop' | 'stop now'
  onClick?: () => void
  /** Sends the form it stands in. */
  submits?: boolean
  href?: string
  isPending?: boolean
  /** Why it cannot be done now; said beside it. The button stays reachable. */
  disabledReason?: ReactNode
  /** A key that does the same, shown in the tooltip. */
  keyHint?: string
  icon?: IconName
  size?: 'usual' | 'chair' | 'wide'
  name?: string
  value?: string
  children: ReactNode
}

/** A button that does one thing. While it is being done it says so and cannot be pressed twice. */
export function Button(props: ButtonProps) {
  const {
    kind = 'main',
    onClick,
    submits = false,
    href,
    isPending = false,
    disabledReason,
    keyHint,
    icon,
    size = 'usual',
    children,
  } = props
  const isDisabled = disabledReason !== undefined && disabledReason !== null && disabledReason !== false
  useKey(isDisabled || isPending ? undefined : keyHint, () => onClick?.(), typeof children === 'string' ? children : undefined)
  const look = { className: styles.button ?? '', 'data-kind': kind, 'data-size': size }
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
        aria-disabled={isDisabled || isPending || undefined}
        data-disabled={isDisabled || undefined}
        name={props.name}
        value={props.value}
        {...(keyHint ? { title: `Key: ${keyHint}`, 'aria-keyshortcuts': keyHint } : {})}
        onClick={(event) => {
          if (isDisabled || isPending) event.preventDefault()
          else onClick?.()
        }}
      >
        {icon && <Icon name={icon} />}
        {children}
        {isPending && <span className={styles.pending}>, sending</span>}
      </button>
      {isDisabled && disabledReason !== '' && <span className={styles.reason}>{disabledReason}</span>}
    </>
  )
}
