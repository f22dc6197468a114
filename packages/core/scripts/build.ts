import { dirname } from 'node:path';
import { bundle } from './bundle.ts';

await bundle({
  folder: dirname(import.meta.dirname),
  frontDoors: ['index', 'backend', 'testing'],
  dependencies: [],
});
