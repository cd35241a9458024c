import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type FoundPatient, useFindPatient } from '../data/find-patient.ts'
import styles from './find-patient.module.css'
import { Icon } from './icons.tsx'
import { useKey } from './keys.ts'
import { usePhoneWords } from './use-phone-words.ts'
import { sayDay } from './when.ts'

/** Finds a patient from any page: slash, a few letters, Enter. */
export function FindPatient() {
  const [text, setText] = useState('')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const { found, more, readAs, isNear, isLooking, hasFailed } = useFindPatient(text)
  const names = found.map(({ personId }) => personId).join(' ')
  const sayPhone = usePhoneWords(found.length > 0)
  const { selectFirstOption } = box
  useEffect(() => {
    if (names) selectFirstOption()
  }, [names, selectFirstOption])
  useKey('/', () => input.current?.focus(), 'Finds a patient')

  const open = (id: string) => {
    setText('')
    box.closeDropdown()
    input.current?.blur()
    router.history.push(`/patients/${id}`)
  }
  const says = hasFailed ? 'The search did not load. Try again.' : isLooking ? 'Looking' : 'No match'
  return (
    <Combobox store={box} onOptionSubmit={open} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input}
          className={styles.find ?? ''}
          aria-label="Find a patient"
          placeholder="Find a patient"
          leftSection={<Icon name="search" size={18} />}
          rightSection={<kbd className={styles.hint}>/</kbd>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            box.openDropdown()
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim().length < 2}>
        {(readAs || isNear) && (
          <Combobox.Header>
            {readAs && <div>Read as {readAs}.</div>}
            {isNear && <div>No exact match. Close to what you typed:</div>}
          </Combobox.Header>
        )}
        <Combobox.Options aria-label="Patients found">
          {found.map((person) => (
            <Combobox.Option key={person.personId} value={person.personId}>
              <b>{person.name}</b> <span className={styles.detail}>{detailOf(person, sayPhone)}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{says}</Combobox.Empty>}
        </Combobox.Options>
        {more > 0 && <Combobox.Footer>{more} more. Type more of the name, or a birth date.</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
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
