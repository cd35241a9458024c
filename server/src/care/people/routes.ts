import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'
import { alertRoutes } from './routes/alert-routes.ts'
import { clinicRoutes } from './routes/clinic-routes.ts'
import { consentRoutes } from './routes/consent-routes.ts'
import { listRoutes } from './routes/list-routes.ts'
import { personRoutes } from './routes/person-routes.ts'
import { staffRoutes } from './routes/staff-routes.ts'

/** Persons, staff, consent, alerts, the clinic's settings. */
export const people = new Hono<{ Variables: Variables }>()
  .route('/', clinicRoutes)
  .route('/', staffRoutes)
  .route('/', personRoutes)
  .route('/', listRoutes)
  .route('/', alertRoutes)
  .route('/', consentRoutes)
