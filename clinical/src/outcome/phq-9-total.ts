import { z } from 'zod'
import { asked } from '../words/asked.ts'

/** A PHQ-9 as staff enter it while its wording is not imported: the total and item 9, which must fit each other. */
export const phq9TotalShape = z
  .strictObject({ total: z.int().min(0).max(27), item9: z.int().min(0).max(3) })
  .refine(({ total, item9 }) => item9 <= total, { path: ['item9'], message: asked('no-more-than-total') })
  // The eight other items hold 24 points at most.
  .refine(({ total, item9 }) => total <= 24 + item9, { path: ['total'], message: asked('no-more-than-24-and-item') })

export type Phq9Total = z.infer<typeof phq9TotalShape>
