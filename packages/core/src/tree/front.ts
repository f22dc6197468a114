// What of trees is public.

export { leaves, map } from './tree.ts';
