import { PSEUDO, readerOf, type Tongue } from '@dripline/clinical/words'
import { type ReactNode, useMemo } from 'react'
import { ReaderContext, useReader } from '../data/reader.ts'

type PatientReaderProps = { of: { tongue: Tongue; approved: readonly string[] }; children: ReactNode }

/** What stands inside is for a patient, in their own language, though somebody of the staff looks at it or prints it. */
export function PatientReader({ of: { tongue, approved }, children }: PatientReaderProps) {
  const staff = useReader()
  const reader = useMemo(() => (tongue === PSEUDO ? staff : readerOf(tongue, approved)), [staff, tongue, approved])
  return (
    <ReaderContext value={reader}>
      <div lang={reader.locale}>{children}</div>
    </ReaderContext>
  )
}
