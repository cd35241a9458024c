export { sayPhone } from '@dripline/clinical'
