export { default } from '../../.ci/vitest.ts';
