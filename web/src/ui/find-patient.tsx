import { TextInput } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { findField } from './find-field.tsx'
import { useKey } from './keys.ts'

const Finding = lazy(() => import('./finding.tsx'))

/** Finds a patient from any page: slash, a few letters, Enter. The search is loaded when somebody steps into its field. */
export function FindPatient() {
  const [text, setText] = useState('')
  const [isWanted, setWanted] = useState(false)
  useKey('/', () => document.getElementById(findField.id)?.focus(), 'Finds a patient')
  const field = (
    <TextInput
      {...findField}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={() => setWanted(true)}
    />
  )
  return isWanted ? (
    <Suspense fallback={field}>
      <Finding text={text} setText={setText} />
    </Suspense>
  ) : (
    field
  )
}
