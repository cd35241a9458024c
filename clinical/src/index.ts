export * from './problem.ts'
export * from './quantity.ts'
export * from './slots.ts'
