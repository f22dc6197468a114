import { dirname } from 'node:path';
import { bundle } from '../../core/scripts/bundle.ts';

await bundle({
  folder: dirname(import.meta.dirname),
  frontDoors: ['index'],
  dependencies: ['@chainrule/core', '@chainrule/core/backend'],
});
