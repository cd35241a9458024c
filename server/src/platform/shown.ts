/** An answer, with whom it shows. */
export class Shown<T> {
  readonly patients: readonly string[]
  readonly answer: T
  constructor(patients: readonly string[], answer: T) {
    this.patients = patients
    this.answer = answer
  }
}

/** What a look answers with when it says itself whom it shows, each person by their id, however its answer is made. */
export const shows = <T>(patients: readonly string[], answer: T): Shown<T> => new Shown([...new Set(patients)].sort(), answer)
