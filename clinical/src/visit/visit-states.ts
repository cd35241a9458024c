/** Where a visit can stand. An administration goes through those that it needs, in this order. */
export const sessionStates = [
  'booked',
  'arrived',
  'cleared',
  'drawn up',
  'checked',
  'running',
  'paused',
  'stopped',
  'recovering',
  'left',
  'cancelled',
] as const

export type SessionState = (typeof sessionStates)[number]

/** What is given, and how: a drug and an administration, each by the id of its definition. */
export type Gives = { drug: string; by: string }

/** What the log of a visit means that does not say it: there was one drug and one way to give it when it was written. */
export const gaveBefore: Gives = { drug: 'ketamine', by: 'infusion' }

/** What a guard looks at. */
export type VisitStatus = {
  state: SessionState
  gives: Gives
  /** mg drawn up and neither given nor wasted is zero. */
  isBookClosed: boolean
  isDischarged: boolean
}

export const beforeStart: readonly SessionState[] = ['booked', 'arrived', 'cleared', 'drawn up', 'checked']
export const present: readonly SessionState[] = [
  'arrived',
  'cleared',
  'drawn up',
  'checked',
  'running',
  'paused',
  'stopped',
  'recovering',
  'left',
]
/** Somebody may be unwell, and be helped, after their visit was called off. */
export const seen: readonly SessionState[] = [...present, 'cancelled']
