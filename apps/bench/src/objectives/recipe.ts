// The sum of a recipe of operations at each number.

import type { Recipe } from '../workloads/compile.ts';
import type { Api, Operand } from './api.ts';

export const sumOfRecipe =
  (api: Api, recipe: Recipe) =>
  (x: Operand): Operand =>
    api.sum(
      recipe.reduce((v, operation) => {
        if (operation === 'sin' || operation === 'tanh') return api[operation](v);
        return api[operation](v, x);
      }, x),
    );
