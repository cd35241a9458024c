export * from './store/chart-list.ts'
export * from './store/consent.ts'
export * from './store/find.ts'
export * from './store/person.ts'
