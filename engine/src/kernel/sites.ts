import { planOf } from '../numeric/plan.ts'
import { Walk } from '../numeric/walk.ts'
import type { Piece } from '../regimen.ts'
import { SiteCrowd, type Somebody } from './crowd-sites.ts'
import type { Kernel, Pointer } from './kernel.ts'
import { lanes } from './layout.ts'
import { type Room, sharedRoom } from './room.ts'

/** The curves of person after person through one regimen, four at a time; ke0 0 asks for plasma. */
export class Sites {
  private readonly pieces: readonly Piece[]
  private readonly times: ArrayLike<number>
  private readonly room: Room
  private readonly crowd: SiteCrowd
  private readonly plan
  private readonly plasma: Pointer
  private readonly site: Pointer

  constructor(pieces: readonly Piece[], times: ArrayLike<number>, kind?: Kernel) {
    this.pieces = pieces
    this.times = times
    this.room = sharedRoom('sites', kind)
    this.plan = planOf(pieces, times)
    const [runs, blocks, plasma, site] = this.room.places(
      ...SiteCrowd.lengthsOf(lanes, this.plan),
      lanes * times.length,
      lanes * times.length,
    )
    this.plasma = plasma
    this.site = site
    this.crowd = new SiteCrowd(lanes, this.plan, this.room, [runs, blocks])
  }

  /** Up to four people, one behind the other from `offset` on. */
  write(people: readonly Somebody[], out: Float64Array, offset: number): void {
    const count = this.times.length
    if (!SiteCrowd.can(people, this.plan)) {
      people.forEach((one, i) => {
        this.walk(one, out, offset + i * count)
      })
      return
    }
    this.crowd.settle(people)
    this.crowd.advance(count, this.plasma, this.site, 0, lanes * 8)
    people.forEach(({ ke0 }, lane) => {
      const from = this.room.view(ke0 === 0 ? this.plasma : this.site, lanes * count)
      for (let i = 0, to = offset + lane * count; i < count; i++) out[to + i] = from[i * lanes + lane]
    })
  }

  private walk({ modes, ke0 }: Somebody, out: Float64Array, offset: number): void {
    const other = new Float64Array(this.times.length + offset)
    const [plasma, site] = ke0 === 0 ? [out, other] : [other, out]
    new Walk(modes, ke0, this.pieces).along(this.times, 0, this.times.length, plasma, site, offset)
  }
}
