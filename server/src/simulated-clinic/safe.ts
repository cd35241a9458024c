import { Exact, mondayOf, plain } from '@dripline/clinical'
import { emptyVial } from '../ledgers/substances/empty-vial.ts'
import { enterCount } from '../ledgers/substances/enter-count.ts'
import { openNewCount } from '../ledgers/substances/open-count.ts'
import { receiveVials } from '../ledgers/substances/receive-vials.ts'
import { addDays, at } from './calendar.ts'
import type { Life } from './play.ts'
import type { Bottle, Safe } from './safe-contents.ts'
import { after, person, type World, wordOf } from './world.ts'

const VIAL = { drugId: 'ketamine', mgPerMl: '50', volumeMl: '10' } as const
const VIALS_A_DELIVERY = 3
const LOW_ML = 25
/** Less than any dose needs: what is left is destroyed before a witness. */
const TOO_LITTLE_ML = 0.5

const left = ({ bottles }: Safe) => bottles.reduce((sum, { ml }) => sum.plus(ml), new Exact(0))

/** The safe's weeks: a delivery on Monday when little is left, a count by two people on Friday; one count does not fit. */
export async function* safeLife(world: World, opens: string): Life {
  for (let week = 0; ; week++) {
    const monday = addDays(mondayOf(opens), 7 * week)
    yield at(monday < opens ? opens : monday, 7, 55)
    if (left(world.safe).lt(LOW_ML)) await deliver(world, week, monday)
    const friday = addDays(monday, 4)
    yield at(friday, 16, 40)
    for (const bottle of world.safe.bottles.filter(({ ml }) => ml.gt(0) && ml.lt(TOO_LITTLE_ML))) await emptyOut(world, bottle)
    yield at(friday, 17, 0)
    if (week % 2 === 1) yield* countLife(world, week)
  }
}

const emptyOut = async (world: World, bottle: Bottle) => {
  const { vialId } = bottle
  const key = `empty ${vialId}`
  const ml = plain(bottle.ml)
  const proof = await wordOf(world, key, 'plover', 'wren', 'empty', { vialId, ml, way: 'wasted' })
  await world.stage.act(key, person(world, 'plover'), (ctx) =>
    emptyVial(ctx, { vialId, way: 'wasted', note: 'Too little for a dose', proof }),
  )
  bottle.ml = new Exact(0)
}

const deliver = async (world: World, week: number, monday: string) => {
  const key = `delivery ${week}`
  const lot = { ...VIAL, lot: `SIM-${2200 + week}`, expiresOn: addDays(monday, 500) }
  const invoice = `SIM-${100 + week}`
  const proof = await wordOf(world, key, 'plover', 'osprey', 'receive', { ...lot, vials: String(VIALS_A_DELIVERY), invoice })
  const done = await world.stage.act(key, person(world, 'plover'), (ctx) =>
    receiveVials(ctx, { ...lot, vials: VIALS_A_DELIVERY, invoice, proof }),
  )
  for (const { vialId } of done?.received ?? []) world.safe.bottles.push({ vialId, ml: new Exact(VIAL.volumeMl) })
}

const MISCOUNTED_WEEK = 13

async function* countLife(world: World, week: number): Life {
  const { stage, safe } = world
  const count = await stage.act(`count ${week}`, person(world, 'plover'), openNewCount)
  const isFull = ({ ml }: Bottle) => ml.eq(VIAL.volumeMl)
  const sealed = safe.bottles.filter(isFull).length
  const opened = safe.bottles
    .filter((bottle) => !isFull(bottle) && bottle.ml.gt(0))
    .map(({ vialId, ml }) => ({ vialId, ml: plain(ml) }))
  const seen =
    week === MISCOUNTED_WEEK
      ? opened.map((each, i) => (i === 0 ? { ...each, ml: plain(new Exact(each.ml).times('0.8'), 2) } : each))
      : opened
  for (const [minutes, key, found] of [
    [3, 'plover', opened],
    [6, 'wren', seen],
  ] as const) {
    yield after(stage.now(), minutes)
    if (count)
      await stage.act(`count ${week} ${key}`, person(world, key), (ctx) =>
        enterCount(ctx, { countId: count.countId, sealed, opened: found }),
      )
  }
}
