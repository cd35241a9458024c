export type Indication = 'pain' | 'depression'

/** Who may enter an answer; `record` means it is read from our own records and nobody types it. */
export type EnteredBy = 'patient' | 'front desk' | 'nurse' | 'prescriber' | 'record'

type About = {
  /** The question in our own words. */
  label: string
  /** Short name, for lists of what is unknown or was read. */
  name: string
  for: Indication | 'both'
  enteredBy: readonly EnteredBy[]
}

/**
 * What one entry of the chart may hold. `usual` is an answer that raises nothing, or null where nobody is asked who is well: of
 * these answers a well person is made, and while a number or a date is unknown, it shows what the known answers say by
 * themselves. A form never offers it.
 */
export type Question =
  | (About & { kind: 'yes-no'; usual: 'yes' | 'no' })
  | (About & { kind: 'choice'; choices: Readonly<Record<string, string>>; usual: string | null })
  | (About & { kind: 'whole'; unit: string; least: number; most: number; usual: number })
  | (About & { kind: 'decimal'; unit: string; least: string; most: string; places: number; usual: string })
  | (About & { kind: 'date'; earliest: string; usual: string })
  | (About & { kind: 'version'; usual: string })

/** What is stored for an answer; `not-sure` counts as unknown. */
export type AnswerTo<Q> = Q extends { kind: 'yes-no' }
  ? 'yes' | 'no' | 'not-sure'
  : Q extends { kind: 'choice'; choices: infer C }
    ? keyof C & string
    : Q extends { kind: 'whole' }
      ? number
      : string
