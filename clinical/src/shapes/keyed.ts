import { z } from 'zod'

/** Nothing but these fields, read as the record that they make together: fields that are made from a list have no type of their own. */
export const keyedShape = <Read, Sent = Read>(fields: Readonly<Record<string, z.ZodType>>) =>
  z.strictObject(fields) as unknown as z.ZodType<Read, Sent>
