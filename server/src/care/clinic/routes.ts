import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'
import { clinicRoutes } from './routes/clinic-routes.ts'
import { defaultsRoutes } from './routes/defaults-routes.ts'
import { faceRoutes } from './routes/face-routes.ts'
import { lineRoutes } from './routes/line-routes.ts'
import { staffRoutes } from './routes/staff-routes.ts'

/** The clinic's settings and its face, its staff, and its word on the clinical defaults. */
export const clinic = new Hono<{ Variables: Variables }>()
  .route('/', clinicRoutes)
  .route('/', staffRoutes)
  .route('/', defaultsRoutes)
  .route('/', lineRoutes)
  .route('/', faceRoutes)
