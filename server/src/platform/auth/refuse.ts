import { Problem, type ProblemCode } from '@dripline/clinical'
import { type Ctx, recordRefusal } from '../context.ts'

/** Refuses outside a step, with its line in the trail. */
export async function refuse(ctx: Ctx, verb: string, code: ProblemCode, about: Record<string, string> = {}): Promise<never> {
  const problem = new Problem(code, about)
  await recordRefusal(ctx, verb, problem)
  throw problem
}
