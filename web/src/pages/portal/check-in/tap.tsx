import type { FormEvent, ReactNode } from 'react'

type TapProps = {
  /** What a press sends; a list is sent as several values of one name. */
  fields: Readonly<Record<string, string | number | readonly string[]>>
  idempotencyKey: string
  /** What a press does where there is script; without it, or left out, the form is sent. */
  onTap?: () => void
  isChosen?: boolean
  className?: string | undefined
  part?: number
  children: ReactNode
}

/** One button that saves: a form of its own, so that it works without script. */
export function Tap({ fields, idempotencyKey, onTap, isChosen, className, part, children }: TapProps) {
  const save = (event: FormEvent) => {
    if (!onTap) return
    event.preventDefault()
    onTap()
  }
  return (
    <form method="post" onSubmit={save}>
      <input type="hidden" name="idempotency-key" value={idempotencyKey} />
      {Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={String(one)} />),
      )}
      <button
        type="submit"
        className={className}
        {...(isChosen === undefined ? {} : { 'aria-pressed': isChosen })}
        {...(part === undefined ? {} : { style: { ['--part' as string]: `${part}%` } })}
      >
        {children}
      </button>
    </form>
  )
}
