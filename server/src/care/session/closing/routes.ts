import { asked, dayOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { shape } from '../../../platform/shape.ts'
import { clinicShape } from '../../clinic/clinic.ts'
import { staffShape } from '../../clinic/staff.ts'
import { changeChair, seeChangeChair } from './change-chair.ts'
import { changeClinic, seeChangeClinic } from './change-clinic.ts'
import { changeStaff, seeChangeStaff } from './change-staff.ts'
import { closeDay, seeCloseDay } from './close-day.ts'
import { deciding } from './deciding.ts'
import { letGo, seeLetGo } from './let-go.ts'
import { seeSetAbsence, setAbsence } from './set-absence.ts'

const chairShape = z.strictObject({
  name: z.string(asked('name')).trim().min(1, asked('name')).max(40).optional(),
  isClosed: z.boolean(asked('yes-or-no')).optional(),
})
const dayShape = z.strictObject({
  onDate: dayOf(asked('day-like-2026-12-25')),
  reason: z.string(asked('reason')).trim().min(1, asked('reason')).max(120),
})
const absenceShape = z.strictObject({
  staffId: z.uuid(asked('clinician')),
  firstDay: dayOf(asked('day-like-2026-12-25')),
  lastDay: dayOf(asked('day-like-2026-12-25')),
})
const chair = shape('param', z.object({ chairId: z.uuid() }))
const staff = shape('param', z.object({ staffId: z.uuid() }))
const owner = allow('owner')
// The desk cancels and moves every booking anyway; on a day of snow it closes the day too.
const atTheDesk = allow('owner', 'front desk')

/** Every change of the clinic that can touch a booking, each with a look at what it touches before anybody confirms. */
export const clinicChanges = new Hono<{ Variables: Variables }>()
  .post('/clinic', owner, shape('json', clinicShape.extend(deciding)), async (c) =>
    c.json(await changeClinic(c.var.ctx, c.req.valid('json'))),
  )
  .post('/clinic/touched', owner, shape('json', clinicShape), async (c) =>
    c.json(await seeChangeClinic(c.var.ctx, c.req.valid('json'))),
  )
  .post('/chairs/:chairId', owner, chair, shape('json', chairShape.extend(deciding)), async (c) =>
    c.json(await changeChair(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/chairs/:chairId/touched', owner, chair, shape('json', chairShape), async (c) =>
    c.json(await seeChangeChair(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/closures', atTheDesk, shape('json', dayShape.extend(deciding)), async (c) =>
    c.json(await closeDay(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/closures/touched', atTheDesk, shape('json', dayShape), async (c) =>
    c.json(await seeCloseDay(c.var.ctx, c.req.valid('json'))),
  )
  .post('/absences', atTheDesk, shape('json', absenceShape.extend(deciding)), async (c) =>
    c.json(await setAbsence(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/absences/touched', atTheDesk, shape('json', absenceShape), async (c) =>
    c.json(await seeSetAbsence(c.var.ctx, c.req.valid('json'))),
  )
  .post('/staff/:staffId', owner, staff, shape('json', staffShape.extend(deciding)), async (c) =>
    c.json(await changeStaff(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/staff/:staffId/touched', owner, staff, shape('json', staffShape), async (c) =>
    c.json(await seeChangeStaff(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/staff/:staffId/leave', owner, staff, shape('json', z.strictObject(deciding)), async (c) =>
    c.json(await letGo(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/staff/:staffId/leave/touched', owner, staff, shape('json', z.strictObject({})), async (c) =>
    c.json(await seeLetGo(c.var.ctx, c.req.valid('param'))),
  )
