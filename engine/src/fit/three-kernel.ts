import type { Kernel, Pointer } from '../kernel/kernel.ts'
import { type Room, sharedRoom } from '../kernel/room.ts'
import type { Body } from './body.ts'
import type { Loss } from './loss.ts'
import type { Prior, Samples } from './objective.ts'
import type { Schedule } from './schedule.ts'

/** As in `engine/wasm/fit-places.ts`, but in numbers and not bytes. */
const place = { varied: 6, precision: 9, variances: 18, eta: 20, value: 24, known: 25, sets: 70 }
const coefficients = 28
const lengthItems = 18
const most = 200

/** Whose schedule lies in the shared room. */
let tenant: ThreeKernel | undefined

/**
 * The mode of three parameters of a body with three compartments by a kernel, where nothing is out of the ordinary: errors are normal,
 * every sample was measured, every step helps. For anything else it says no, and `Scoring` does it.
 */
export class ThreeKernel {
  readonly eta = new Float64Array(3)
  value = 0
  evaluations = 0
  private readonly schedule: Schedule
  private readonly prior: Prior
  private readonly variances: readonly [number, number]
  private readonly looks: number
  private readonly find: NonNullable<Kernel['fitThree']>
  private readonly room: Room
  private work: Pointer = 0
  private numbers: Float64Array = new Float64Array(0)
  private observed: Float64Array = new Float64Array(0)

  private constructor(room: Room, find: NonNullable<Kernel['fitThree']>, schedule: Schedule, prior: Prior, loss: Loss) {
    this.room = room
    this.find = find
    this.schedule = schedule
    this.prior = prior
    this.variances = loss.variances ?? [0, 0]
    this.looks = schedule.looks + (schedule.looks % 2)
  }

  /** One for this design, if the kernel there is can do it. */
  static of(schedule: Schedule, prior: Prior, loss: Loss): ThreeKernel | undefined {
    if (prior.varied.length !== 3 || prior.varied.some((parameter) => parameter > 5) || !loss.variances) return
    const room = sharedRoom('fit')
    const { fitThree } = room.kernel
    return fitThree && new ThreeKernel(room, fitThree, schedule, prior, loss)
  }

  /** Whether the mode was found; it is then `eta`, with its value. */
  run({ values }: Body, { values: samples, below }: Samples, tolerance: number): boolean {
    if (!(values[2] > 0 && values[4] > 0 && values[6] === 0)) return false
    for (let i = 0; i < below.length; i++) if (below[i] !== 0) return false
    if (tenant !== this || this.numbers.length === 0) this.moveIn()
    const { numbers, observed, eta } = this
    for (let i = 0; i < 6; i++)
      if (numbers[i] !== values[i]) {
        numbers[i] = values[i]
        numbers[place.known] = 0
      }
    for (let i = 0; i < samples.length; i++) observed[i] = samples[i]
    const { lengths, steps, looks } = this.schedule
    this.evaluations = this.find(this.work, this.looks, this.looks - looks, lengths.length, steps, tolerance, most)
    if (this.evaluations === 0) return false
    for (let p = 0; p < 3; p++) eta[p] = numbers[place.eta + p]
    this.value = numbers[place.value]
    return true
  }

  /** Lays out everything that people of one design share. */
  private moveIn(): void {
    const { schedule, room, looks, prior } = this
    const count = schedule.lengths.length
    const set = coefficients + 6 * looks
    const lengthsAt = place.sets + 2 * set + looks
    const stepsAt = lengthsAt + lengthItems * (count + 1)
    const size = stepsAt + 4 * schedule.steps
    const [work] = room.places(size)
    const numbers = room.view(work, size).fill(0)
    numbers.set(prior.varied, place.varied)
    numbers.set(prior.precision, place.precision)
    numbers.set(this.variances, place.variances)
    for (let i = 0; i < count; i++) {
      const { lengths, one, other, third, fed } = schedule
      numbers.set([lengths[i], one[i], other[i], third[i], fed[i]], lengthsAt + lengthItems * i)
    }
    numbers.fill(1, lengthsAt + lengthItems * count + 6, lengthsAt + lengthItems * count + 10)
    for (let s = 0; s < schedule.steps; s++)
      numbers.set([schedule.bolus[s], schedule.rate[s], schedule.length[s], schedule.look[s]], stepsAt + 4 * s)
    this.work = work
    this.numbers = numbers
    this.observed = numbers.subarray(place.sets + 2 * set, lengthsAt)
    tenant = this
  }
}
