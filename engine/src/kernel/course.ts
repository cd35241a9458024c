import type { Modes } from '../numeric/modes.ts'
import type { Piece } from '../regimen.ts'
import { firstPanelOf, mostLoss, tolerance } from '../turnover/course.ts'
import { scaleOf, shareOf, type Turnover } from '../turnover/law.ts'
import { nodes, places, toCoefficients, toIntegrals } from '../turnover/panel.ts'
import type { Pointer } from './kernel.ts'
import type { Room } from './room.ts'

/** Numbers of the work of a course: what all share, one person, and the tables of each length of a panel. */
const workItems = 688 + 65 * 72
const personAt = 560

const columns = (matrix: Float64Array) => Float64Array.from(matrix, (_, i) => matrix[(i % nodes) * nodes + Math.floor(i / nodes)])
const shared = [places, columns(toIntegrals), columns(toCoefficients), toCoefficients.slice((nodes - 2) * nodes)]

/** Courses of a response in a kernel, for one regimen and one list of times. */
export class Courses {
  private readonly room: Room
  private readonly parts: readonly Piece[]
  private readonly count: number
  private readonly at: { work: Pointer; pieces: Pointer; times: Pointer; out: Pointer }
  private readonly person: Float64Array
  private readonly out: Float64Array

  constructor(room: Room, pieces: readonly Piece[], times: ArrayLike<number>) {
    this.room = room
    this.count = times.length
    const end = times[times.length - 1]
    this.parts = pieces.filter(({ from }, i) => i === 0 || from < end).map((piece) => ({ ...piece, to: Math.min(piece.to, end) }))
    const [work, list, stops, out] = room.places(workItems, 4 * this.parts.length, this.count + 4, this.count + 4)
    this.at = { work, pieces: list, times: stops, out }
    let here = work
    for (const values of shared) {
      room.view(here, values.length).set(values)
      here += 8 * values.length
    }
    room.view(list, 4 * this.parts.length).set(this.parts.flatMap(({ from, to, rate, bolus }) => [from, to, rate, bolus]))
    room.view(stops, this.count + 4).set(times)
    room.view(stops, this.count + 4).fill(end, this.count)
    this.person = room.view(work + 8 * personAt, 22)
    this.out = room.view(out, this.count)
  }

  /** Whether the kernel can: three modes at most, and a site whose rate is not next to one of them. */
  static can({ rates }: Modes, ke0: number): boolean {
    return ke0 > 0 && rates.length <= 3 && rates.every((rate) => Math.abs(rate - ke0) > 0.01 * Math.max(rate, ke0))
  }

  run(modes: Modes, ke0: number, law: Turnover, response: Float64Array, offset: number): void {
    const rates = [0, 1, 2].map((m) => modes.rates[m] ?? 2 * ke0)
    const weights = [0, 1, 2].map((m) => modes.weights[m] ?? 0)
    const { ec50, gamma, made, lost, start } = law
    this.person.set([...rates, ...weights, ke0, ec50, gamma, made.always, made.driven, lost.always, lost.driven, start])
    const first = firstPanelOf(Math.max(...modes.rates, ke0))
    this.person.set([scaleOf(law), shareOf(law), tolerance, mostLoss, first, 0, 0, 0], 14)
    const { work, pieces, times, out } = this.at
    this.room.kernel.course?.(work, pieces, this.parts.length, times, this.count, out)
    response.set(this.out, offset)
  }
}
