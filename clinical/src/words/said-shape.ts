import { z } from 'zod'

/** Something said as data, as it stands in a record: read leniently for ever, since codes come and go. */
export const saidShape = z.object({
  code: z.string().min(1).max(80),
  params: z.record(z.string().max(80), z.json()).default({}),
}) as unknown as z.ZodType<{ code: string; params?: object | undefined }>
