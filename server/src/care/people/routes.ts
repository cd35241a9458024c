import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'
import { consentRoutes } from './routes/consent-routes.ts'
import { listRoutes } from './routes/list-routes.ts'
import { personRoutes } from './routes/person-routes.ts'

/** Persons, the lists of their charts, and their consents. */
export const people = new Hono<{ Variables: Variables }>()
  .route('/', personRoutes)
  .route('/', listRoutes)
  .route('/', consentRoutes)
