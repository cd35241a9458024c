import type { Kernel } from './kernel.ts'
import { PlainKernel } from './plain.ts'

/** The fastest kernel this machine can run. */
export const kernel = (): Kernel => new PlainKernel()
