/** A refusal with every code that was given, in order of the alphabet. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly codes: readonly string[]
  constructor(codes: readonly string[]) {
    super(codes.join(' '))
    this.codes = [...codes].sort()
  }
}
