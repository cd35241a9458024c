export { advance } from './advance'
export { advanceSites } from './advance-sites'
export { course } from './course'
export { fitThree } from './fit'
export { lanes } from './lanes'
export { prepare } from './prepare'
export { ranked } from './ranked'

/** Where free memory begins. */
export function base(): usize {
  return __heap_base
}
