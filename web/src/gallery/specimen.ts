import type { ReactNode } from 'react'

/** One file of parts or of charts, and each of its states as it is drawn. */
export type Specimen = {
  /** Within `src`: `ui/button.tsx`. */
  file: string
  states: Readonly<Record<string, ReactNode>>
  /** Drawn on the ground of public pages. */
  isPaper?: boolean
}
