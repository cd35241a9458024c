import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { Catch } from './catch.tsx'

type BoundaryProps = {
  /** A failure is said no more once this changes. */
  resetKey: string
  /** Where a failure is said, when not in the place of what failed. */
  said?: (failed: ReactNode) => ReactNode
  children: ReactNode
}

/** Where a failure of what stands inside is said, with a way to try again. Moving on clears it. */
export function Boundary({ children, ...rest }: BoundaryProps) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Catch {...rest} onReset={reset}>
      {children}
    </Catch>
  )
}

/** A part of a page that comes by itself and fails by itself: what stands around it stays as it is. */
export const Part = ({ loading, ...rest }: BoundaryProps & { loading: ReactNode }) => (
  <Suspense fallback={loading}>
    <Boundary {...rest} />
  </Suspense>
)
