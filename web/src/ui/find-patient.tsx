import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { type FoundPatient, useFindPatient } from '../data/find-patient.ts'
import styles from './find-patient.module.css'
import { Icon } from './icons.tsx'
import { useKey } from './keys.ts'
import { usePhoneWords } from './use-phone-words.ts'
import { sayDay } from './when.ts'

/** Finds a patient from any page: slash, a few letters, Enter. */
export function FindPatient() {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const search = useFindPatient(text)
  const listId = useId()
  useKey('/', () => input.current?.focus(), 'Finds a patient')

  const open = (person: FoundPatient | undefined) => {
    if (!person) return
    setText('')
    input.current?.blur()
    router.history.push(`/patients/${person.personId}`)
  }
  const chosen = Math.min(at, search.found.length - 1)
  const isShown = isOpen && text.trim().length >= 2
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') open(search.found[chosen])
    if (event.key === 'Escape') setOpen(false)
    if (!step || search.found.length === 0) return
    event.preventDefault()
    setAt((chosen + step + search.found.length) % search.found.length)
  }
  return (
    <div className={styles.find}>
      <Icon name="search" size={18} />
      <input
        ref={input}
        role="combobox"
        aria-label="Find a patient"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && search.found[chosen] ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        placeholder="Find a patient"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
          setOpen(true)
        }}
        onKeyDown={press}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <kbd className={styles.hint}>/</kbd>
      <Found {...search} {...{ listId, chosen, isShown }} onOpen={open} />
    </div>
  )
}

type FoundProps = ReturnType<typeof useFindPatient> & {
  listId: string
  chosen: number
  isShown: boolean
  onOpen: (person: FoundPatient) => void
}

function Found({ listId, chosen, isShown, onOpen, found, more, readAs, isNear, isLooking, hasFailed }: FoundProps) {
  const sayPhone = usePhoneWords(found.length > 0)
  const says = hasFailed ? 'The search did not load. Try again.' : isLooking ? 'Looking' : 'No match'
  return (
    <div className={styles.sheet} hidden={!isShown}>
      {readAs && <p>Read as {readAs}.</p>}
      {isNear && <p>No exact match. Close to what you typed:</p>}
      {found.length === 0 && <p role="status">{says}</p>}
      <div id={listId} className={styles.list} role="listbox" aria-label="Patients found">
        {found.map((person, i) => (
          <button
            key={person.personId}
            type="button"
            tabIndex={-1}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(person)}
          >
            <b>{person.name}</b> <small>{detailOf(person, sayPhone)}</small>
          </button>
        ))}
      </div>
      {more > 0 && <p>{more} more. Type more of the name, or a birth date.</p>}
    </div>
  )
}

/** What tells one person from another of the same name. */
export const detailOf = (
  { acceptedAt, dateOfBirth, phone }: Pick<FoundPatient, 'acceptedAt' | 'dateOfBirth' | 'phone'>,
  sayPhone: (phone: string) => string,
) =>
  [acceptedAt ? 'patient' : 'caller', dateOfBirth ? `born ${sayDay(dateOfBirth)}` : null, sayPhone(phone)]
    .filter(Boolean)
    .join(', ')
