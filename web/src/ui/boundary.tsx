import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Catch } from './catch.tsx'

/** Where a failure of what stands inside is said, with a way to try again. Moving on clears it. */
export function Boundary({ resetKey, children }: { resetKey: string; children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Catch resetKey={resetKey} onReset={reset}>
      {children}
    </Catch>
  )
}
