import type { ReactNode } from 'react'

type PickProps = {
  name: string
  value: string
  isChosen: boolean
  onChoose: () => void
  /** Several may be chosen; otherwise one of a group. */
  isOneOfSeveral?: boolean
  className?: string | undefined
  part?: number
  children: ReactNode
}

/** One answer to choose. Choosing saves nothing: that is what *Send* is for. Nothing is chosen before a person chooses. */
export const Pick = ({ name, value, isChosen, onChoose, isOneOfSeveral = false, className, part, children }: PickProps) => (
  <label
    className={className}
    data-pick
    data-chosen={isChosen || undefined}
    {...(part === undefined ? {} : { style: { '--part': `${part}%` } })}
  >
    <input
      type={isOneOfSeveral ? 'checkbox' : 'radio'}
      name={name}
      value={value}
      checked={isChosen}
      autoComplete="off"
      onChange={onChoose}
    />
    {children}
  </label>
)
