/** An answer, with whom it shows. */
export class Shown<T> {
  readonly patients: readonly string[]
  readonly answer: T
  constructor(patients: readonly string[], answer: T) {
    this.patients = patients
    this.answer = answer
  }
}

/** Somebody a look shows: their id, or a row that names them. */
type Whom = string | { readonly personId: string }

/** What a look answers with: whom it shows, each person once, and the answer in whatever shape it is made. */
export const shows = <T>(whom: readonly Whom[], answer: T): Shown<T> =>
  new Shown([...new Set(whom.map((each) => (typeof each === 'string' ? each : each.personId)))].sort(), answer)

/** What a look answers with that shows nobody's record: counts, times, settings, staff. */
export const showsNobody = <T>(answer: T): Shown<T> => new Shown([], answer)
