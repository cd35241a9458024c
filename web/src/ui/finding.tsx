import { sayPhone } from '@dripline/clinical'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { type FoundPatient, useFindPatient } from '../data/find-patient.ts'
import { findField } from './find-field.tsx'
import styles from './find-patient.module.css'
import { sayDay } from './when.ts'

type FindingProps = { text: string; setText: (text: string) => void }

/** The search itself: it takes over the field, with what was typed there so far, while somebody stands in it. */
export default function Finding({ text, setText }: FindingProps) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const { found, more, readAs, isNear, isLooking, hasFailed } = useFindPatient(text)
  const names = found.map(({ personId }) => personId).join(' ')
  const { selectFirstOption, openDropdown } = box
  useEffect(() => {
    if (names) selectFirstOption()
  }, [names, selectFirstOption])
  const isOver = useRef(false)
  useLayoutEffect(() => {
    if (isOver.current) return
    isOver.current = true
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    // What was typed before the search was there is looked for as well.
    openDropdown()
  }, [openDropdown])

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
          {...findField}
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
              <b>{person.name}</b> <span className={styles.detail}>{detailOf(person)}</span>
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
export const detailOf = ({ acceptedAt, dateOfBirth, phone }: Pick<FoundPatient, 'acceptedAt' | 'dateOfBirth' | 'phone'>) =>
  [acceptedAt ? 'patient' : 'caller', dateOfBirth ? `born ${sayDay(dateOfBirth)}` : null, sayPhone(phone)]
    .filter(Boolean)
    .join(', ')
