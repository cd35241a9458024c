import { anyProtocols, isPumped, mayGive } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { linesOn, todayHere } from './service-line.ts'
import { allStaff, chairs, clinicSettings, lineHistory } from './store.ts'

/** Every service line as it holds today, with all its versions, and what one can be made of: who works here, which chairs, states and protocols there are. */
export function readLines(ctx: Ctx) {
  return inClinic(ctx, 'read-lines', async (tx) => {
    const today = await todayHere(ctx, tx)
    const history = await lineHistory(tx)
    const lines = (await linesOn(ctx, tx, today)).map((line) => ({
      ...line,
      last: history.findLast(({ lineId }) => lineId === line.id)?.version ?? 0,
      history: history
        .filter(({ lineId }) => lineId === line.id)
        .map(({ lineId: _, setAt, ...version }) => ({ ...version, setAt: setAt.toISOString() })),
    }))
    const staff = (await allStaff(tx)).filter(({ closedAt }) => closedAt === null)
    return showsNobody({
      today,
      lines,
      clinicians: staff.map(({ id, name, title, roles, takesCalls }) => ({ id, name, title, roles, takesCalls })),
      chairs: (await chairs(tx)).filter(({ closedAt }) => closedAt === null).map(({ id, name }) => ({ id, name })),
      states: [...(await clinicSettings(tx)).states],
      protocols: anyProtocols.filter((each) => isPumped(each) || mayGive(each.gives)).map(({ id, title }) => ({ id, title })),
    })
  })
}
