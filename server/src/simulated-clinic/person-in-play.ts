import type { Course } from './script.ts'
import type { Symptoms } from './symptoms.ts'

/** What the play knows of a person from the first call on. */
export type Person = {
  readonly course: Course
  readonly name: string
  readonly weightKg: string
  readonly mayConceive: boolean
  readonly symptoms: Symptoms
  readonly acknowledged: string[]
  /** When the first session began, for the days since; the first that is asked for. */
  firstStart(started: Date): Date
}
