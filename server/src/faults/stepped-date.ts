/** Puts a clock that can be stepped under this whole process, as an operator or a time service would step the machine's. */
const Real = Date
let stepMs = 0

class Stepped extends Real {
  constructor(...given: readonly unknown[]) {
    if (given.length > 0) super(...(given as [number]))
    else super(Real.now() + stepMs)
  }
  static override now() {
    return Real.now() + stepMs
  }
}

globalThis.Date = Stepped as DateConstructor

/** From now on the wall clock of this process stands so many ms off. */
export const stepTo = (ms: number): void => {
  stepMs = ms
}
