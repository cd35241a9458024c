import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useFindPatient } from '../data/find-patient.ts'
import styles from './find-patient.module.css'
import { Icon } from './icons.tsx'
import { useKey } from './keys.ts'

/** Finds a patient from any page: slash, a few letters, Enter. */
export function FindPatient() {
  const [text, setText] = useState('')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const { found, isLooking, hasFailed } = useFindPatient(text)
  const names = found.map(({ id }) => id).join(' ')
  const { selectFirstOption } = box
  useEffect(() => {
    if (names) selectFirstOption()
  }, [names, selectFirstOption])
  useKey('/', () => input.current?.focus())

  const open = (id: string) => {
    setText('')
    box.closeDropdown()
    input.current?.blur()
    router.history.push(`/patients/${id}`)
  }
  const says = hasFailed ? 'The search did not answer. Try again.' : isLooking ? 'Looking' : 'Nobody of that name'
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
        <Combobox.Options aria-label="Patients found">
          {found.map(({ id, name, detail }) => (
            <Combobox.Option key={id} value={id}>
              <b>{name}</b> <span className={styles.detail}>{detail}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{says}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
