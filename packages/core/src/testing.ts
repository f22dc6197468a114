// The front door for tests of a backend, @chainrule/core/testing: the conformance suite and the reference executor.

export { agrees, ConformanceError, dense, sameBits } from './conformance/agree.ts';
export type { Api, Case } from './conformance/api.ts';
export { conformance } from './conformance/cases.ts';
export { runReference } from './reference/run.ts';
